package dev.baton.nurture.mail;

import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parser of a changed mail template; what is not sent stays as it is. */
public final class MailTemplateParser {
  public static final String NOT_SAVED = "Nothing was saved: something is missing or wrong.";

  private static final int MOST_PLACES = 99;

  private final FieldReader fields;

  private MailTemplateParser(FieldReader fields) {
    this.fields = fields;
  }

  /** The next version of a mail. */
  public static MailTemplate read(
      String id, Map<String, Object> sent, Optional<MailTemplate> before, String by, Instant at) {
    Map<String, Object> values = new HashMap<>();
    before.ifPresent(mail -> values.putAll(stored(mail)));
    values.putAll(sent);
    if (!(values.get("active") instanceof Boolean)) {
      values.put("active", before.map(MailTemplate::active).orElse(true));
    }
    return new MailTemplateParser(FieldReader.ofJson(values))
        .read(id, before.map(MailTemplate::version).orElse(0) + 1, by, at);
  }

  private static Map<String, Object> stored(MailTemplate mail) {
    MailContent content = mail.content();
    return Map.of(
        "track", mail.track().word(),
        "place", mail.place(),
        "subject", content.subject(),
        "body", content.body(),
        "action", content.action(),
        "url", content.url());
  }

  private MailTemplate read(String id, int version, String by, Instant at) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 60) {
      fields.wrong("id", "small letters, digits and single dashes, at most 60");
    }
    String track = text("track", 20);
    if (!track.isEmpty() && !NurtureTrack.words().contains(track)) {
      wrong("track", "there is no such track", NurtureTrack.words());
    }
    MailContent content = content();
    int place = place();
    check();
    return new MailTemplate(
        id,
        version,
        NurtureTrack.of(track),
        place,
        content,
        !Boolean.FALSE.equals(fields.raw("active")),
        by,
        at);
  }

  private MailContent content() {
    String subject = text("subject", 150);
    if (subject.chars().anyMatch(Character::isISOControl)) {
      fields.missing("subject", "on one line, please");
    }
    String body = text("body", 8000);
    String action = text("action", 60);
    String url = text("url", 1000);
    if (!url.isEmpty() && !leadsSomewhere(url)) {
      fields.missing(
          "url", "a whole address that begins with https://, or {form} for the hosted form");
    }
    placeholders("subject", subject);
    placeholders("body", body);
    return new MailContent(subject, body.replace("\r\n", "\n"), action, url);
  }

  private int place() {
    Integer place = fields.number("place", 1, MOST_PLACES);
    if (place == null) {
      fields.missing("place", "a whole number from 1 to %d".formatted(MOST_PLACES));
    }
    return place == null ? 0 : place;
  }

  /** Empty where it is missing or wrong. */
  private String text(String field, int longest) {
    String text = fields.requiredText(field, "say something", longest);
    return text == null ? "" : text;
  }

  private void placeholders(String field, String text) {
    List<String> unknown = Placeholders.unknown(text);
    if (!unknown.isEmpty()) {
      wrong(
          field,
          "%s can't be filled".formatted(String.join(", ", unknown)),
          Placeholders.KNOWN.stream().map(name -> "{" + name + "}").toList());
    }
  }

  private void wrong(String field, String message, List<String> allowed) {
    if (!fields.isWrong(field)) {
      fields.wrong(field, message, allowed);
    }
  }

  private void check() {
    if (!fields.errors().isEmpty()) {
      throw new InvalidInput(
          NOT_SAVED,
          fields.errors().stream().sorted(Comparator.comparing(FieldError::field)).toList());
    }
  }

  private static boolean leadsSomewhere(String url) {
    if (url.equals(MailContent.FORM)) {
      return true;
    }
    try {
      URI uri = URI.create(url);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
