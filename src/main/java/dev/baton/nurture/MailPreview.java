package dev.baton.nurture;

/** How a mail would read, filled for somebody and for somebody of whom nothing is known. */
public record MailPreview(
    LeadEmailRenderer.RenderedEmail filled, LeadEmailRenderer.RenderedEmail bare) {}
