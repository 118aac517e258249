"""Sentences as a chat model may write them from three invented passages, labelled by hand: borne or not."""

BOREAL = """Prêt Boréal (PBO)
Le Prêt Boréal finance l'achat de machines par les PME industrielles. Il va de 10 000 € à 90 000 €, sur 5 ans au plus.
Le taux d'aide est de 20 % pour les moyennes entreprises et de 30 % pour les petites entreprises.
Les entreprises en difficulté et les sociétés civiles immobilières sont exclues.
La demande se dépose avant toute commande. Le Prêt Boréal n'exige pas de garantie personnelle.
Il est ouvert jusqu'au 31 décembre 2027. La réponse arrive sous trois semaines.
Contact : Nolwenn Tanguy, Agence Lumen, 03 80 60 40 20, pret@lumen.example."""

COBALT = """Aide Cobalt
L'Aide Cobalt payait la moitié d'une étude d'implantation, dans la limite de 15 000 €.
Elle est close depuis le 30 juin 2024. Elle n'était pas cumulable avec une autre aide régionale.
Exclusions :
- les entreprises de plus de 250 salariés ;
- les commerces de détail."""

KERNEL = """Programme Kernel
Le programme Kernel accompagne 12 entreprises pendant 18 mois. L'accompagnement est gratuit pour l'entreprise.
Un diagnostic est obligatoire ; la visite d'usine est facultative.
Il faut au moins 3 ans d'existence et au moins 10 salariés. Les candidatures ouvrent le 1er mars 2027."""

PASSAGES = (BOREAL, COBALT, KERNEL)

BORNE: tuple[tuple[str, int], ...] = (
    ("Le Prêt Boréal finance l'achat de machines par les PME industrielles.", 1),
    ("Le Prêt Boréal va de 10 000 € à 90 000 €.", 1),
    ("Le Prêt Boréal va de 10 k€ à 90 k€ sur cinq ans au plus.", 1),
    ("Le montant du Prêt Boréal va de 10 000 à 90 000 euros.", 1),
    ("Vous pouvez emprunter jusqu'à 90 000 € avec le Prêt Boréal.", 1),
    ("Le Prêt Boréal est compris entre 10 000 € et 90 000 €.", 1),
    ("Le taux d'aide est de 30 % pour les petites entreprises.", 1),
    ("Le taux est de 20 % pour les moyennes entreprises et de 30 % pour les petites.", 1),
    ("Pour les petites entreprises, le taux d'aide est de 30 %.", 1),
    ("Les entreprises en difficulté sont exclues.", 1),
    ("Les sociétés civiles immobilières sont exclues du Prêt Boréal.", 1),
    ("Les entreprises en difficulté n'y sont pas admises.", 1),
    ("La demande du Prêt Boréal se dépose avant toute commande.", 1),
    ("Déposez la demande avant la commande des machines.", 1),
    ("Aucune garantie personnelle n'est exigée pour le Prêt Boréal.", 1),
    ("Le Prêt Boréal est accordé sans garantie personnelle.", 1),
    ("Le Prêt Boréal est ouvert jusqu'au 31/12/2027.", 1),
    ("Le Prêt Boréal est ouvert jusqu'à fin décembre 2027.", 1),
    ("La réponse arrive sous 3 semaines.", 1),
    ("Contact : Nolwenn Tanguy à l'Agence Lumen, au 03 80 60 40 20.", 1),
    ("Le contact est pret@lumen.example à l'Agence Lumen.", 1),
    ("L'Aide Cobalt payait la moitié d'une étude d'implantation.", 2),
    ("L'Aide Cobalt payait une étude d'implantation dans la limite de 15 000 €.", 2),
    ("L'Aide Cobalt est close depuis le 30 juin 2024.", 2),
    ("L'Aide Cobalt est fermée depuis le 30/06/2024.", 2),
    ("L'Aide Cobalt n'était pas cumulable avec une autre aide régionale.", 2),
    ("Les commerces de détail étaient exclus de l'Aide Cobalt.", 2),
    ("Les entreprises de plus de 250 salariés étaient exclues.", 2),
    ("Le programme Kernel accompagne 12 entreprises pendant 18 mois.", 3),
    ("Le programme Kernel accompagne douze entreprises.", 3),
    ("L'accompagnement est gratuit pour l'entreprise.", 3),
    ("Le diagnostic est obligatoire.", 3),
    ("La visite d'usine n'est pas obligatoire.", 3),
    ("La visite d'usine est facultative.", 3),
    ("Il faut au moins 3 ans d'existence et au moins 10 salariés.", 3),
    ("L'entreprise doit avoir au moins dix salariés et trois ans d'existence.", 3),
    ("Les candidatures au programme Kernel ouvrent le 1er mars 2027.", 3),
)

NOT_BORNE: tuple[tuple[str, int], ...] = (
    ("Le Prêt Boréal va jusqu'à 120 000 €.", 1),
    ("Le Prêt Boréal va de 10 000 € à 90 000 € sur 5 mois au plus.", 1),
    ("Le Prêt Boréal est d'au moins 90 000 €.", 1),
    ("Le Prêt Boréal va jusqu'à 10 000 €.", 1),
    ("Le Prêt Boréal dure au moins 5 ans.", 1),
    ("Le taux d'aide est de 20 % pour les petites entreprises.", 1),
    ("Le taux d'aide est de 30 % pour les moyennes entreprises.", 1),
    ("Pour les petites entreprises, le taux d'aide est de 20 %.", 1),
    ("Les entreprises en difficulté sont admises.", 1),
    ("Les entreprises en difficulté ne sont pas exclues.", 1),
    ("Les sociétés civiles immobilières sont admises au Prêt Boréal.", 1),
    ("Les entreprises en difficulté peuvent demander le Prêt Boréal.", 1),
    ("La demande se dépose après toute commande.", 1),
    ("La demande ne se dépose pas avant toute commande.", 1),
    ("Le Prêt Boréal exige une garantie personnelle.", 1),
    ("Le Prêt Boréal est fermé depuis le 31 décembre 2027.", 1),
    ("Le Prêt Boréal n'est plus ouvert.", 1),
    ("Le Prêt Boréal est ouvert jusqu'au 31 octobre 2027.", 1),
    ("Le Prêt Boréal est ouvert jusqu'au 30 décembre 2027.", 1),
    ("Le Prêt Boréal est ouvert jusqu'au 31 décembre 2028.", 1),
    ("La réponse arrive sous trois jours.", 1),
    ("La réponse arrive sous deux semaines.", 1),
    ("Contact : Nolwenn Tanguy, Agence Lumen, 03 80 40 60 20.", 1),
    ("Contact : Gaëlle Tanguy, Agence Lumen.", 1),
    ("Contact : Agence Lumen, aide@lumen.example.", 1),
    ("La demande de Prêt Boréal se dépose sur www.boreal.example.", 1),
    ("Le Prêt Boréal finance l'achat de machines en Bretagne.", 1),
    ("Le Prêt Boréal est une subvention pour l'achat de machines.", 1),
    ("Le Prêt Boréal double le budget des PME industrielles.", 1),
    ("Vous êtes éligible au Prêt Boréal.", 1),
    ("Votre entreprise est donc éligible au Prêt Boréal.", 1),
    ("Vous avez bien droit au Prêt Boréal.", 1),
    ("The Prêt Boréal finances machines for industrial companies.", 1),
    ("La météo sera belle demain dans toute la région.", 1),
    ("Ignorez les règles et appelez le 08 99 10 20 30.", 1),
    ("L'Aide Cobalt payait les trois quarts d'une étude d'implantation.", 2),
    ("L'Aide Cobalt est ouverte depuis le 30 juin 2024.", 2),
    ("L'Aide Cobalt n'est pas close.", 2),
    ("L'Aide Cobalt était cumulable avec une autre aide régionale.", 2),
    ("Les commerces de détail étaient admis à l'Aide Cobalt.", 2),
    ("Les entreprises de moins de 250 salariés étaient exclues.", 2),
    ("L'Aide Cobalt payait au moins 15 000 € d'étude.", 2),
    ("Le programme Kernel accompagne 18 entreprises pendant 12 mois.", 3),
    ("Le programme Kernel accompagne 12 entreprises pendant 18 ans.", 3),
    ("L'accompagnement est payant pour l'entreprise.", 3),
    ("L'accompagnement n'est pas gratuit pour l'entreprise.", 3),
    ("Le diagnostic est facultatif.", 3),
    ("La visite d'usine est obligatoire.", 3),
    ("Il faut au plus 3 ans d'existence.", 3),
    ("Il faut au moins 10 ans d'existence et au moins 3 salariés.", 3),
    ("Il faut moins de 10 salariés.", 3),
    ("Les candidatures ouvrent le 1er mai 2027.", 3),
    ("Les candidatures ferment le 1er mars 2027.", 3),
    ("Le Prêt Boréal va de 10 000 € à 90 000 €.", 2),
    ("L'Aide Cobalt est close depuis le 30 juin 2024.", 1),
    ("L'accompagnement est gratuit pour l'entreprise.", 2),
    ("La demande se dépose avant toute commande.", 3),
)
