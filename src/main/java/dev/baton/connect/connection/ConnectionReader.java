package dev.baton.connect.connection;

import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.sql.SecretEncryption;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reader of a connection as somebody describes it. */
@Component
class ConnectionReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final int SHORTEST_SECRET = 16;
  private static final int MOST_CALLS = 100_000_000;

  private final Systems systems;
  private final SecretEncryption secrets;
  private final Clock clock;

  ConnectionReader(Systems systems, SecretEncryption secrets, Clock clock) {
    this.systems = systems;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Reads one.
   *
   * @param before as it is, which keeps what isn't said
   * @throws InvalidInput that names each wrong field
   * @throws Conflict where a secret can't be encrypted
   */
  Connection read(String name, Map<String, Object> body, Optional<Connection> before, String by) {
    FieldReader fields = FieldReader.ofJson(body);
    if (!NAME.matcher(name).matches()) {
      fields.wrong("name", "small letters, digits and dashes only, at most 60");
    }
    String kind =
        before.isPresent() && !fields.has("kind")
            ? before.get().kind()
            : fields.oneOf("kind", systems.kinds());
    boolean addressed =
        kind != null && systems.kinds().contains(kind) && systems.of(kind).hasAddress();
    String address = addressed ? address(fields, before) : null;
    String secret = addressed ? fields.text("secret", 200) : null;
    if (addressed && secret == null && before.map(Connection::secret).isEmpty()) {
      fields.missing("secret", "at least %d characters".formatted(SHORTEST_SECRET));
    } else if (secret != null && secret.length() < SHORTEST_SECRET) {
      fields.wrong("secret", "at least %d characters".formatted(SHORTEST_SECRET));
    }
    List<String> events = events(fields, kind, before);
    Integer quota =
        fields.has("dailyQuota") || before.isEmpty()
            ? fields.number("dailyQuota", 1, MOST_CALLS)
            : before.get().dailyQuota();
    fields.check();
    return new Connection(
        name,
        Objects.requireNonNull(kind),
        address,
        secret == null ? before.map(Connection::secret).orElse(null) : encrypted(secret),
        events,
        quota,
        before.map(Connection::paused).orElse(false),
        by,
        clock.instant());
  }

  private static @Nullable String address(FieldReader fields, Optional<Connection> before) {
    String address = fields.text("url", 1000);
    if (address == null) {
      String kept = before.map(Connection::address).orElse(null);
      if (kept == null) {
        fields.missing("url", "where it hears of leads, such as https://example.com/hooks");
      }
      return kept;
    }
    if (!isAddress(address)) {
      fields.wrong("url", "a web address, such as https://example.com/hooks");
    }
    return address;
  }

  private static boolean isAddress(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Without a choice all that such a system can hear. */
  private List<String> events(
      FieldReader fields, @Nullable String kind, Optional<Connection> before) {
    List<String> all =
        kind != null && systems.kinds().contains(kind) ? systems.of(kind).events() : FactKind.WORDS;
    if (!fields.has("events")) {
      return before.map(Connection::events).filter(events -> all.containsAll(events)).orElse(all);
    }
    List<String> words = Objects.requireNonNullElse(fields.words("events", 20), List.of());
    if (words.isEmpty() || !all.containsAll(words)) {
      fields.wrong("events", "one or more of the list", all);
    }
    return FactKind.inOrder(words);
  }

  private String encrypted(String secret) {
    if (!secrets.canEncrypt()) {
      throw new Conflict(
          "Secrets are kept encrypted: set %s first, a text of at least 16 characters"
              .formatted(SecretEncryption.SETTING));
    }
    return secrets.encrypt(secret);
  }
}
