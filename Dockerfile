# One image for every process; which one runs is the command (compose: bot, desk, ingest).
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 UV_TORCH_BACKEND=cpu RELAIS_HOME=/var/lib/relais RELAIS_HTTP_HOST=0.0.0.0
WORKDIR /app
COPY requirements.lock pyproject.toml README.md ./
RUN pip install uv && uv pip install --system --no-cache -r requirements.lock
COPY bot bot
COPY ingest ingest
COPY knowledge knowledge
RUN uv pip install --system --no-cache --no-deps . \
    && useradd --system --create-home relais \
    && install -d -o relais /var/lib/relais
USER relais
VOLUME /var/lib/relais
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"
CMD ["relais", "run"]
