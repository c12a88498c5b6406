package dev.baton.nurture;

import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailingFigures;

/** A mail in force and what became of it. */
public record MailRow(MailTemplate mail, MailingFigures figures) {}
