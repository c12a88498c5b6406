package dev.baton.connect.audience;

import dev.baton.connect.connection.ConnectionQueries;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reader of an audience as somebody describes it. */
@Component
class AudienceReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern WORD = Pattern.compile("[^,]{1,60}");
  private static final String STAYS = "stays as it is; remove the audience and add another one";
  private static final int MOST_SEGMENTS = 16;

  private final ConnectionQueries connections;
  private final Clock clock;

  AudienceReader(ConnectionQueries connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * Reads one.
   *
   * @throws dev.baton.input.InvalidInput that names each wrong field
   */
  Audience read(String name, Map<String, Object> body, Optional<Audience> before, String by) {
    FieldReader fields = FieldReader.ofJson(body);
    if (!NAME.matcher(name).matches()) {
      fields.wrong("name", "small letters, digits and dashes only, at most 60");
    }
    List<String> stages = Objects.requireNonNullElse(fields.words("stages", 20), List.of());
    if (!fields.isWrong("stages")
        && (stages.isEmpty() || !AudienceQueries.STAGES.containsAll(stages))) {
      fields.wrong("stages", "one or more of the list", AudienceQueries.STAGES);
    }
    List<String> segments = Objects.requireNonNullElse(fields.words("segments", 60), List.of());
    if (segments.size() > MOST_SEGMENTS
        || !segments.stream().allMatch(word -> WORD.matcher(word).matches())) {
      fields.wrong("segments", "at most %d, without commas".formatted(MOST_SEGMENTS));
    }
    String connection = connection(fields, before);
    String list = fields.text("list", 100);
    if (list == null
        && connection != null
        && Boolean.TRUE.equals(connections.keepingLists().get(connection))) {
      fields.missing("list", "the id of the list there");
    }
    if (before.isPresent() && !Objects.equals(before.get().list(), list)) {
      fields.wrong("list", STAYS);
    }
    fields.check();
    return new Audience(
        name,
        connection,
        list,
        AudienceQueries.STAGES.stream().filter(stages::contains).toList(),
        segments.stream().distinct().sorted().toList(),
        by,
        clock.instant(),
        null,
        null);
  }

  /** The members of another list would stay in it for ever. */
  private @Nullable String connection(FieldReader fields, Optional<Audience> before) {
    List<String> all = List.copyOf(connections.keepingLists().keySet());
    String connection = fields.optionalOneOf("connection", all);
    if (before.isPresent() && !Objects.equals(before.get().connection(), connection)) {
      fields.wrong("connection", STAYS);
    }
    return connection;
  }
}
