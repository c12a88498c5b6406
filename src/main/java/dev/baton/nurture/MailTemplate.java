package dev.baton.nurture;

import java.time.Instant;

/**
 * Mail template: one version of one mail of a track.
 *
 * @param place its turn in the track, from 1
 * @param body paragraphs with blank lines between; placeholders in braces
 * @param action what the one button says
 * @param url where the button leads; {@code {form}} is the hosted form
 * @param active false: it is not sent any more
 */
public record MailTemplate(
    String id,
    int version,
    NurtureTrack track,
    int place,
    String subject,
    String body,
    String action,
    String url,
    boolean active,
    String changedBy,
    Instant changedAt) {
  static final String FORM = "{form}";

  public boolean opensForm() {
    return url.equals(FORM);
  }
}
