"""What the form says in English about free answers, corrections, the company register, and its own questions."""

FORM_ENGLISH: dict[str, str] = {
    "form_understood": "I have noted: {values}. A word is enough to correct it, for instance “no, 45 employees”.",
    "form_value": "{field}: {value}",
    "form_operations": "Operations noted: {values}.",
    "form_corrected": "Correction taken: {values}.",
    "form_kept": "I did not understand it: the former answer stays.",
    "form_passed": "I leave this line empty; an adviser will ask you.",
    "problem_not_that": "I am looking for one answer here, in a few words.",
    "registry_found": "The public company register says of this number:",
    "registry_ask": "Is this your company?",
    "registry_yes_or_no": "Please answer yes or no: is this your company?",
    "registry_taken": "Taken from the register: {values}. A word is enough to correct it.",
    "registry_denied": "All right, I take nothing of it. What is the right number then?",
    "registry_dropped": "I take nothing of it; an adviser will check the number.",
    "registry_unreachable": "The public company register does not answer for the moment: the number will be checked "
    "later, you need not do anything.",
    "registry_unknown": "The public company register does not know this number. If it is recent, that is normal: I "
    "keep it, it will be checked. Otherwise, correct it.",
    "registry_ceased": "According to the public register, this company or establishment is closed. I keep the number; "
    "an adviser will check it with you.",
    "help_company": "The name your company is known by. If it does not exist yet, choose “Not created yet”.",
    "help_siren": "The SIREN is the 9-digit number that identifies a company in France; the SIRET (14 digits) adds 5 "
    "digits for the establishment. It stands on your invoices and your Kbis extract. You may skip it.",
    "help_contact": "The person whom the chamber's adviser will call or write to.",
    "help_email": "The chamber's adviser will use it to answer you, and for nothing else.",
    "help_phone": "It is not mandatory: you may skip it. It only serves the adviser to reach you.",
    "help_department": "The place decides which chamber will study your application. If it is not chosen yet, give "
    "that of your company.",
    "help_town": "The town helps the adviser to guide you. You may skip it.",
    "help_address": "The address of the company, as in the register. You may skip it.",
    "help_activity": "The NAF (or APE) code names the activity of the company, for instance 31.01Z. You may skip it.",
    "help_employees": "How many people the company has today; an estimate is enough, you may skip it.",
    "help_product": "Say in your own words what you want to make in France.",
    "help_operations": "The industrial operations of your project, for instance machining, casting. You may skip it.",
    "help_made_today": "The country, or the company, where these products are made today. You may skip it.",
    "help_stage": "Choose what looks most like your project today; it binds you to nothing.",
    "help_investment": "An estimate is enough, or a range; you may skip it.",
    "help_start": "A rough idea is enough: a month, a quarter, a year. You may skip it.",
    "help_jobs": "An estimate is enough, it binds you to nothing; you may skip it.",
    "help_needs": "Tick what you are looking for help with. You may skip it.",
    "help_description": "A few free sentences for the adviser. You may skip it.",
    "help_consent": "Without your consent nothing is sent to the chamber. You may refuse, and change your mind later.",
    "button_confirm": "Yes, that is us",
    "button_deny": "No, that is not us",
}
