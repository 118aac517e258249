"""What the bot says in English about documents, what happens after sending, other devices and one's data."""

AFTER_ENGLISH: dict[str, str] = {
    # told by the desk
    "status_waiting_list": "on the waiting list",
    "told_submitted": "Application {reference} has reached the CCI.",
    "told_under_review": "News: application {reference} is under review. An adviser of the CCI is reading it.",
    "told_correction_asked": "The adviser asks for a detail about application {reference}.",
    "told_shortlisted": "Good news: application {reference} is shortlisted.",
    "told_waiting_list": "Application {reference} is selected, but the cohort is full: it is on the waiting list.",
    "told_accepted": "Good news: application {reference} is accepted.",
    "told_declined": "Application {reference} is not selected.",
    "told_workshop": "Application {reference} enters the workshops.",
    "told_coaching": "Application {reference} enters the coaching.",
    "told_closed": "The coaching of application {reference} has ended.",
    "told_withdrawn": "Application {reference} is withdrawn.",
    "told_cohort": "Cohort: {cohort}.",
    "told_rank": "Place on the waiting list: {rank}.",
    "told_reason": "What the adviser writes:",
    "told_corrections": "The adviser asks for a detail about application {reference}.",
    "told_corrections_way": "Choose a line to answer here. /corriger shows them again.",
    "told_letter": "**{author}**, of the CCI, writes to you about application {reference}:",
    "told_letter_way": "To answer, press the button or write /repondre.",
    "told_field": "The CCI corrected a line of application {reference}, **{field}**:",
    "told_transfer": "Application {reference} is now followed by the CCI of the region {region}.",
    # buttons
    "button_reply": "Answer",
    "button_correct_field": "Correct: {field}",
}
