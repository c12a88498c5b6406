package dev.baton.nurture.mail;

import dev.baton.people.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mail template: one version of one mail of a track.
 *
 * @param content in English
 * @param german null: it is sent in English to everybody
 * @param place its turn in the track, from 1
 * @param active false: it is not sent any more
 */
public record MailTemplate(
    String id,
    int version,
    NurtureTrack track,
    int place,
    MailContent content,
    @Nullable MailContent german,
    boolean active,
    String changedBy,
    Instant changedAt) {

  /** The language in which it is sent to who reads this one. */
  public Language spoken(Language language) {
    return german == null ? Language.EN : language;
  }

  /** What somebody reads. */
  public MailContent in(Language language) {
    return german == null || language == Language.EN ? content : german;
  }
}
