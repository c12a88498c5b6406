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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parser of a changed mail template; what is not sent stays as it is. Whose English changes without
 * its German has none any more, since that would say something else.
 */
public final class MailTemplateParser {
  public static final String NOT_SAVED = "Nothing was saved: something is missing or wrong.";

  private static final int MOST_PLACES = 99;
  private static final String GERMAN = "De";
  private static final List<String> WORDS = List.of("subject", "body", "action");

  private final FieldReader fields;

  private MailTemplateParser(FieldReader fields) {
    this.fields = fields;
  }

  /** The next version of a mail. */
  public static MailTemplate read(
      String id, Map<String, Object> sent, Optional<MailTemplate> before, String by, Instant at) {
    Map<String, Object> values = new HashMap<>();
    before.ifPresent(mail -> values.putAll(stored(mail)));
    if (isOtherEnglish(sent, values)
        && WORDS.stream().noneMatch(of -> sent.containsKey(of + GERMAN))) {
      WORDS.forEach(of -> values.remove(of + GERMAN));
    }
    values.putAll(sent);
    if (!(values.get("active") instanceof Boolean)) {
      values.put("active", before.map(MailTemplate::active).orElse(true));
    }
    return new MailTemplateParser(FieldReader.ofJson(values))
        .read(id, before.map(MailTemplate::version).orElse(0) + 1, by, at);
  }

  private static Map<String, Object> stored(MailTemplate mail) {
    MailContent content = mail.content();
    Map<String, Object> values = new HashMap<>();
    values.put("track", mail.track().word());
    values.put("place", mail.place());
    put(values, content, "");
    MailContent german = mail.german();
    if (german != null) {
      put(values, german, GERMAN);
      // where both lead to one address, they go on doing so
      values.computeIfPresent(
          "url" + GERMAN, (name, url) -> url.equals(content.url()) ? null : url);
    }
    return values;
  }

  private static void put(Map<String, Object> values, MailContent content, String language) {
    values.put("subject" + language, content.subject());
    values.put("body" + language, content.body());
    values.put("action" + language, content.action());
    values.put("url" + language, content.url());
  }

  private static boolean isOtherEnglish(Map<String, Object> sent, Map<String, Object> before) {
    return WORDS.stream()
        .anyMatch(of -> sent.containsKey(of) && !Objects.equals(sent.get(of), before.get(of)));
  }

  private MailTemplate read(String id, int version, String by, Instant at) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 60) {
      fields.wrong("id", "small letters, digits and single dashes, at most 60");
    }
    String track = text("track", 20);
    if (!track.isEmpty() && !NurtureTrack.words().contains(track)) {
      wrong("track", "there is no such track", NurtureTrack.words());
    }
    MailContent content = content("", null);
    MailContent german = speaksGerman() ? content(GERMAN, content.url()) : null;
    int place = place();
    check();
    return new MailTemplate(
        id,
        version,
        NurtureTrack.of(track),
        place,
        content,
        german,
        !Boolean.FALSE.equals(fields.raw("active")),
        by,
        at);
  }

  /** All of it or nothing. */
  private boolean speaksGerman() {
    return WORDS.stream()
        .map(of -> fields.raw(of + GERMAN))
        .anyMatch(said -> said != null && !said.toString().isBlank());
  }

  /**
   * Content in a language.
   *
   * @param language what its fields end with
   * @param otherwise where the button leads if nothing is said; null: something must be
   */
  private MailContent content(String language, @Nullable String otherwise) {
    String subject = text("subject" + language, 150);
    if (subject.chars().anyMatch(Character::isISOControl)) {
      fields.missing("subject" + language, "on one line, please");
    }
    String body = text("body" + language, 8000);
    String action = text("action" + language, 60);
    String url = url("url" + language, otherwise);
    placeholders("subject" + language, subject);
    placeholders("body" + language, body);
    return new MailContent(subject, body.replace("\r\n", "\n"), action, url);
  }

  private String url(String field, @Nullable String otherwise) {
    String given = otherwise == null ? text(field, 1000) : fields.text(field, 1000);
    String url = given == null ? otherwise : given;
    if (url == null || url.isEmpty()) {
      return "";
    }
    if (!leadsSomewhere(url)) {
      fields.missing(
          field, "a whole address that begins with https://, or {form} for the hosted form");
    }
    return url;
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
