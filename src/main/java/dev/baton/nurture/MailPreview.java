package dev.baton.nurture;

import dev.baton.nurture.LeadEmailRenderer.RenderedEmail;
import dev.baton.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a mail would read, filled for somebody and for somebody of whom nothing is known.
 *
 * @param filledDe in German; null: it has none
 */
public record MailPreview(
    RenderedEmail filled,
    RenderedEmail bare,
    @Nullable RenderedEmail filledDe,
    @Nullable RenderedEmail bareDe) {

  /** For somebody who reads this language. */
  public RenderedEmail filled(Language language) {
    return language == Language.DE && filledDe != null ? filledDe : filled;
  }

  /** For somebody who reads this language, and of whom nothing else is known. */
  public RenderedEmail bare(Language language) {
    return language == Language.DE && bareDe != null ? bareDe : bare;
  }
}
