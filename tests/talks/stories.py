"""Pieces of stories that several tests begin with."""

TO_THE_STAGE = """
> /candidater
< une question à la fois
< Étape 1 sur 16
< Comment s'appelle votre entreprise
> Duval Sièges
< Étape 2 sur 16
> 732 829 320
< Noté : 732 829 320
> Camille Duval
> camille@duval.example
< Noté : camille@duval.example
> 06 12 34 56 78
> Vesoul
< Noté : Vesoul (Haute-Saône)
> une quarantaine
< Noté : 40
> Assises de sièges
> Pologne
< Où en est votre projet
"""

TO_THE_CONSENT = (
    TO_THE_STAGE
    + """
[Prêt à investir]
< Noté : Prêt à investir
> 1,2 M€
< Noté : 1 200 000 €
> mars 2027
< Noté : mars 2027
> entre 10 et 15
< Noté : 10 à 15
[Financement]
[Partenaires industriels]
< Réponse actuelle : Financement, Partenaires industriels
[C'est tout]
< décrire votre projet
> Nous voulons fabriquer nos assises près de nos clients.
< Étape 16 sur 16
< Votre accord
"""
)

TO_THE_RECAP = (
    TO_THE_CONSENT
    + """
[J'accepte]
< Voici votre candidature
< Entreprise : Duval Sièges
< SIREN ou SIRET : 732 829 320
< Téléphone : 06 12 34 56 78
< Investissement : 1 200 000 €
< Rien n'est encore parti
"""
)

SENT = (
    TO_THE_RECAP
    + """
[Envoyer]
< C'est envoyé
< RELOC-BFC-2026-0001
"""
)
