package dev.baton.nurture;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what somebody wrote for a mail, and collects what is wrong with it. */
final class Draft {
  private static final int MOST_PLACES = 99;

  private final Map<String, Object> fields;
  private final Optional<MailTemplate> before;
  private final Map<String, Questions.Wrong> wrong = new TreeMap<>();

  private Draft(Map<String, Object> fields, Optional<MailTemplate> before) {
    this.fields = fields;
    this.before = before;
  }

  /**
   * The next version of a mail; what is not sent stays as it is.
   *
   * @throws org.springframework.web.ErrorResponseException that names all wrong fields
   */
  static MailTemplate read(
      String id, Map<String, Object> fields, Optional<MailTemplate> before, String by, Instant at) {
    return new Draft(fields, before).read(id, by, at);
  }

  private MailTemplate read(String id, String by, Instant at) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 60) {
      wrong("id", "small letters, digits and single dashes, at most 60");
    }
    String track = text("track", before.map(mail -> mail.track().word()), 20);
    if (track != null && !Track.words().contains(track)) {
      wrong.put("track", new Questions.Wrong("there is no such track", Track.words()));
    }
    String subject = text("subject", before.map(MailTemplate::subject), 150);
    if (subject != null && subject.chars().anyMatch(Character::isISOControl)) {
      wrong("subject", "on one line, please");
    }
    String body = text("body", before.map(MailTemplate::body), 8000);
    String action = text("action", before.map(MailTemplate::action), 60);
    String url = text("url", before.map(MailTemplate::url), 1000);
    if (url != null && !leadsSomewhere(url)) {
      wrong("url", "a whole address that begins with https://, or {form} for the hosted form");
    }
    placeholders("subject", subject);
    placeholders("body", body);
    int place = place();
    boolean active =
        fields.get("active") instanceof Boolean sent
            ? sent
            : before.map(MailTemplate::active).orElse(true);
    if (!wrong.isEmpty()) {
      throw Wrongs.of(wrong);
    }
    return new MailTemplate(
        id,
        before.map(MailTemplate::version).orElse(0) + 1,
        Track.of(track),
        place,
        subject,
        body.replace("\r\n", "\n"),
        action,
        url,
        active,
        by,
        at);
  }

  private String text(String field, Optional<String> stored, int longest) {
    Object value = fields.containsKey(field) ? fields.get(field) : stored.orElse(null);
    if (!(value instanceof String text) || text.isBlank()) {
      wrong(field, "say something");
      return null;
    }
    if (text.length() > longest) {
      wrong(field, "longer than %d characters".formatted(longest));
    } else if (text.indexOf('\0') >= 0) {
      wrong(field, "contains a NUL character");
    }
    return text.strip();
  }

  private int place() {
    Object value =
        fields.containsKey("place")
            ? fields.get("place")
            : before.map(MailTemplate::place).orElse(null);
    if (value instanceof Integer place && place >= 1 && place <= MOST_PLACES) {
      return place;
    }
    wrong("place", "a whole number from 1 to %d".formatted(MOST_PLACES));
    return 0;
  }

  private void placeholders(String field, String text) {
    List<String> unknown = text == null ? List.of() : Placeholders.unknown(text);
    if (!unknown.isEmpty()) {
      wrong.putIfAbsent(
          field,
          new Questions.Wrong(
              "%s can't be filled".formatted(String.join(", ", unknown)),
              Placeholders.KNOWN.stream().map(name -> "{" + name + "}").toList()));
    }
  }

  private static boolean leadsSomewhere(String url) {
    if (url.equals(MailTemplate.FORM)) {
      return true;
    }
    try {
      URI uri = URI.create(url);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void wrong(String field, String message) {
    wrong.putIfAbsent(field, new Questions.Wrong(message, null));
  }
}
