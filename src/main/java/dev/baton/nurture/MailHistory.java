package dev.baton.nurture;

import dev.baton.nurture.mail.MailTemplate;
import java.util.List;

/** A mail and what became of it, with all its versions, newest first. */
public record MailHistory(MailRow line, List<MailTemplate> versions) {}
