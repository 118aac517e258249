"""Talks on the invented knowledge, each message leaning on the answers before it."""

from dataclasses import replace
from pathlib import Path

from bot.answers.company import company_told
from bot.answers.types import Answer, Context
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def talk(*messages: str) -> list[Answer]:
    """What each message is answered, with all that a talk remembers between them."""
    context, told = Context(), []
    for message in messages:
        answer = answerer_on(INVENTED).answer(message, context, TODAY)
        subjects = tuple(dict.fromkeys((*context.subjects, *answer.subjects)))
        thread = answer.thread or context.thread
        company = company_told(message, context.company)
        context = replace(context, thread=thread, subjects=subjects, last_question=message, company=company)
        told.append(answer)
    return told
