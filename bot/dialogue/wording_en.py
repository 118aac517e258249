"""What the bot says in English; the same keys as in French."""

from bot.dialogue.wording_after_en import AFTER_ENGLISH
from bot.dialogue.wording_form_en import FORM_ENGLISH

ENGLISH: dict[str, str] = {
    # first message and help
    "welcome": "Hello, I am **Relais**, the automated assistant of the chambers of commerce (CCI) of "
    "Bourgogne-Franche-Comté, Hauts-de-France, Paris Île-de-France and Normandie. I help entrepreneurs who want to "
    "bring production back to France: I answer from checked pages and I cite my sources.",
    "welcome_data": "Your messages are kept so that the conversation can go on later. An application goes to the CCI "
    "only with your consent. /mesdonnees shows what I keep, /effacer erases it.",
    "welcome_person": "To talk to a person: /conseiller.",
    "welcome_ask": "Ask in your own words, or choose:",
    "welcome_short": "I am **Relais**, the automated assistant of the CCI for bringing production back. I keep your "
    "messages so that we can go on (/effacer erases them); /conseiller leads you to a person.",
    "help": "Ask in your own words, for instance “which grants to buy a machine in Normandie?”. I answer with my "
    "sources: the button [1] opens the passage cited.",
    "help_commands": "/financement: funding\n/partenaires: who can make or help\n/candidater: apply to the reshoring "
    "accelerator\n/dossier: where your application stands\n/documents: the documents attached\n/continuer: go on "
    "on another device\n/conseiller: talk to a person\n/mesdonnees: see what I keep"
    "\n/effacer: erase everything\n/langue: French or English",
    "unknown_command": "I do not know this command. /aide shows them all.",
    "nothing_to_stop": "Nothing is under way. What can I do for you?",
    "language_ask": "Which language do you prefer?",
    "language_set": "Done, I will speak English.",
    "never_mind": "All right, nothing changes.",
    "sorry": "I could not handle your message, and I am sorry. Try again in a moment, or talk to a person: "
    "/conseiller.",
    # what cannot be read
    "nothing_to_read": "I see no text in your message. Write me a few words, or /aide.",
    "too_long": "Your message is very long ({length} characters). Sum up your question in less than {limit} "
    "characters, or send several short ones.",
    "cannot_read_voice": "I cannot listen to voice messages. Could you write it in a few words?",
    "cannot_read_video": "I cannot read videos. Tell me in writing what you are looking for.",
    "cannot_read_sticker": "I only read text. Write me your question in a few words.",
    "cannot_read_location": "I do not read positions. Write the name of your town or department.",
    "cannot_read_contact": "I do not read contact cards. Write the number or the e-mail address.",
    "cannot_read_other": "I only read text. Write me your question in a few words.",
    # answers
    "thanks_helpful": "Thank you, noted.",
    "thanks_unhelpful": "Thank you for telling me. You can ask in another way, or talk to an adviser.",
    "edit_answered": "I saw your correction; here is the answer.",
    "edit_too_old": "I saw that you edited an older message. Send it again so that I take it into account.",
    "source_file": "File {value}",
    "source_section": "section “{value}”",
    "source_page": "page {value}",
    "source_sheet": "sheet {value}",
    "source_row": "row {value}",
    "source_valid": "Valid until {day}.",
    "source_checked": "Checked on {day}.",
    "financing_question": "Which funding for {subject}?",
    "financing_note": "Here is some funding to look at. Tell me your project and your region for a closer answer, "
    "for instance “unsecured loan in Normandie”.",
    "partners_question": "Who can do {subject}?",
    "partners_note": "Tell me the operations you are looking for and your region, for instance “machining and "
    "winding near Belfort”.",
    # old buttons
    "stale_answer": "This answer is no longer available. Ask again and I will answer.",
    "stale_button": "This button no longer works. Write me what you need, or /aide.",
    "stale_form": "This button is no longer active. /dossier shows your applications, /candidater resumes or starts "
    "one.",
    "stale_form_step": "This button belonged to an earlier step; nothing has changed. Here is where we are:",
    "stale_withdrawal": "This application can no longer be withdrawn. /dossier shows where it stands.",
    # the form
    "form_opening": "Let us fill in your application to the reshoring accelerator, one question at a time. Nothing "
    "is sent before you agree. Answer in any order you like, several things at once; you can skip, go back, correct, "
    "stop and resume, or ask me a question.",
    "form_already_sent": "You have already sent the application {reference}; this will be another one.",
    "form_step": "Step {at} of {total} · {field}",
    "form_current": "Current answer: {value}",
    "form_noted": "Noted: {value}.",
    "form_doubtful": "I keep your answer as it is; an adviser will check it.",
    "form_more_choices": "Noted. Anything else? If not, choose “That is all”.",
    "form_needed": "This answer is needed to study your application. You can also stop and resume later.",
    "form_outside": "The accelerator runs in four regions today, and {region} is not one of them. You may go on: "
    "your application will be kept for your region, without any promise.",
    "form_back_to": "Back to your application.",
    "form_resumed": "Let us go on where you were.",
    "form_stopped": "It is kept. Resume whenever you like with /candidater.",
    "form_refused": "Without your consent nothing goes to the CCI. Your answers stay here; /candidater resumes and "
    "/effacer erases them.",
    "form_incomplete": "One answer is still missing before sending.",
    "draft_open": "You have an application under way ({company}, step {at} of {total}). Do you want to go on with it?",
    "edit_not_understood": "I saw your edit, but I do not understand it; the former answer stays.",
    "ask_company": "What is the name of your company?",
    "ask_siren": "What is its SIREN (9 digits) or SIRET (14 digits) number?",
    "ask_contact": "Who is the contact person? First and last name.",
    "ask_email": "At which e-mail address can an adviser write to you?",
    "ask_phone": "And at which phone number?",
    "ask_department": "Where in France is your project? A town, a department or a postcode.",
    "ask_town": "In which town?",
    "ask_address": "What is the address of the company?",
    "ask_activity": "What is the activity of the company (NAF code)?",
    "ask_employees": "How many people work in the company? A number, even a rough one.",
    "ask_product": "Which product or parts do you want to make in France?",
    "ask_made_today": "Where are they made today? For instance: Poland, China, nowhere yet.",
    "ask_stage": "How far is your project?",
    "ask_investment": "How much do you plan to invest? For instance 800 k€, €1.2 million, or between 1 and 2 million.",
    "ask_start": "When do you want to start production in France? For instance: March 2027, Q2 2027, in 6 months.",
    "ask_jobs": "How many jobs do you expect to create? A number, even a rough one.",
    "ask_needs": "What do you need? Several answers are possible.",
    "ask_description": "Would you like to describe your project in a few sentences?",
    "ask_consent": "Your consent, please. Your answers will go to the CCI of your region, which will use them only "
    "to study your application and to contact you.\nYou can see them (/mesdonnees), withdraw the application "
    "(/dossier) or erase everything (/effacer) at any time. Do you agree?",
    "problem_empty": "I found no text in your answer.",
    "problem_long": "That is a little long: {longest} characters at most, please.",
    "problem_name": "I am looking for a first and a last name, for instance “Camille Duval”.",
    "problem_siren_length": "A SIREN has 9 digits and a SIRET has 14. Could you check?",
    "problem_siren_digits": "This SIREN is not valid: a digit must be wrong. Could you read it again?",
    "problem_siret_digits": "This SIRET is not valid: a digit must be wrong. Could you read it again?",
    "problem_email": "I do not recognise an e-mail address, for instance camille@duval.example.",
    "problem_email_meant": "Is this the right address? Choose it, or write it again.",
    "problem_phone": "I do not recognise this number, for instance 06 12 34 56 78 or +33 6 12 34 56 78.",
    "problem_department": "I cannot find this place. Give a town, a department or a postcode, for instance "
    "“Vesoul”, “Doubs”, “25” or “25000”.",
    "problem_town": "I cannot find this town. Give its name or its postcode.",
    "problem_department_choose": "Several places look like that. Which one is it?",
    "problem_department_region": "That is a region. In which department?",
    "problem_choice": "Choose one of the answers, by its button or by its name.",
    "problem_consent": "Please answer “I agree” or “I do not agree”.",
    "problem_amount": "I cannot read this amount. For instance: 800 k€, 1.2 million or 1 200 000 €.",
    "problem_amount_unit": "Is it in euros, in k€ or in M€? For instance “800 k€”.",
    "problem_date": "I cannot read this date. For instance: March 2027, Q2 2027, 31/12/2027 or in 6 months.",
    "problem_count": "I am looking for a number, for instance 12 or “between 10 and 15”.",
    "recap_title": "Here is your application",
    "recap_line": "**{label}**: ",
    "recap_empty": "—",
    "recap_doubtful": " (to be checked)",
    "recap_ask": "Is everything right? Nothing has been sent yet. Choose “Send”, or correct a line: by its button, "
    "its number, or in your own words.",
    "recap_not_understood": "Write “send”, the number of a line, or for instance “correct the phone”.",
    "correct_which": "Which line do you want to correct?",
    "sent": "It is sent. Your reference is **{reference}**: keep it.",
    "sent_already": "This application had already been sent. Its reference is **{reference}**.",
    "sent_next": "An adviser of the CCI will read it and contact you. /dossier shows where it stands.",
    # following
    "file_none": "You have no application yet.",
    "file_title": "Your applications",
    "file_line": "**{reference}**, sent on {sent}: {status} (since {changed})",
    "status_submitted": "received by the CCI",
    "status_under_review": "under review",
    "status_correction_asked": "a detail is asked of you",
    "status_shortlisted": "shortlisted",
    "status_waiting_list": "accepted, on the waiting list",
    "status_accepted": "accepted",
    "status_declined": "not selected",
    "status_workshop": "in the workshop",
    "status_coaching": "being coached",
    "status_closed": "closed",
    "status_withdrawn": "withdrawn",
    "withdraw_sure": "Do you really want to withdraw the application {reference}? The CCI will stop studying it.",
    "withdrawn": "The application {reference} is withdrawn.",
    "not_withdrawn": "The application {reference} could not be withdrawn; /dossier shows where it stands.",
    # a person
    "adviser_region": "In which region is your project? I will tell you which CCI to contact.",
    "adviser_region_unknown": "I do not recognise this region. Choose one, or write a department or a town.",
    "adviser_type_region": "Write the name of your region, your department or your town.",
    "adviser_chamber": "For the region {region}, contact the **{chamber}**.",
    "adviser_outside": "The accelerator runs in four regions today, and {region} is not one of them. The CCI of your "
    "region remains your contact.",
    "adviser_offer": "I can also pass on a phone number or an e-mail, so that an adviser answers you.",
    "adviser_offer_question": "I can also pass on a phone number or an e-mail, with your last question, so that an "
    "adviser answers you.",
    "adviser_ask_contact": "Write your phone number or your e-mail. It will be used only to answer you.",
    "adviser_contact_unknown": "I recognise neither a phone number nor an e-mail. Could you check?",
    "adviser_called": "Passed on. An adviser of the CCI will answer you.",
    "adviser_no_contact": "All right. /conseiller is there if you change your mind.",
    # data
    "exported": "Here is everything I keep about our conversation, in a file.",
    "export_name": "my-relais-data.json",
    "erase_sure": "Do you really want to erase everything: messages, answers, draft, documents and applications sent? "
    "An application already accepted stays, without your name or contact details, because the CCI must account for "
    "it. This cannot be undone.",
    "erased": "It is erased.",
    "erased_messages": "Messages from you: {count}",
    "erased_replies": "Messages from me: {count}",
    "erased_answers": "Answers kept: {count}",
    "erased_calls": "Requests to be called: {count}",
    "erased_applications": "Applications: {count}",
    "erased_draft": "The draft and the settings of this conversation are erased too. Your channel (Telegram for "
    "instance) may still show the old messages: erase them on your side.",
    # buttons
    "button_candidater": "Apply to the accelerator",
    "button_financement": "Find funding",
    "button_partenaires": "Find partners",
    "button_conseiller": "Talk to an adviser",
    "button_dossier": "Follow my application",
    "button_helpful": "👍 Helpful",
    "button_unhelpful": "👎 Not helpful",
    "button_open": "Open the official page",
    "button_skip": "Skip",
    "button_back": "Back",
    "button_stop": "Stop",
    "button_keep": "Keep: {value}",
    "button_done": "That is all",
    "button_send": "Send",
    "button_recap": "Back to the summary",
    "button_resume": "Resume",
    "button_restart": "Start over",
    "button_go_on": "Resume my application",
    "button_other_region": "Another region",
    "button_contact": "Leave a contact",
    "button_no_contact": "No thanks",
    "button_withdraw": "Withdraw {reference}",
    "button_withdraw_sure": "Yes, withdraw",
    "button_erase_sure": "Yes, erase everything",
    "button_never_mind": "No, change nothing",
    "button_french": "Français",
    "button_english": "English",
    **AFTER_ENGLISH,
    **FORM_ENGLISH,
}
