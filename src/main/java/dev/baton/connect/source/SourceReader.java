package dev.baton.connect.source;

import dev.baton.input.FieldReader;
import dev.baton.input.FlatJson;
import dev.baton.input.InvalidInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reader of a source as somebody describes it. */
@Component
class SourceReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern FIELD =
      Pattern.compile(
          "(id|type|occurredAt|source|campaign|channel|properties|(lead|properties)(\\.[\\w-]+){1,2})");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,150}(:\\d{1,5})?");
  private static final int MOST_HOSTS = 9;
  private static final int MOST_RULES = 200;
  private static final int MOST_ACTIVITIES = 10;
  private static final int SHORTEST_SECRET = 16;

  private final SourcePresets presets;
  private final Clock clock;

  SourceReader(SourcePresets presets, Clock clock) {
    this.presets = presets;
    this.clock = clock;
  }

  /**
   * Reads one.
   *
   * @param before the source as it is, which keeps its secret where none is said
   * @throws InvalidInput that names each wrong field
   */
  SignalSource read(
      String name, Map<String, Object> body, Optional<SignalSource> before, String by) {
    FieldReader fields = FieldReader.ofJson(body);
    if (!NAME.matcher(name).matches()) {
      fields.wrong("name", "small letters, digits and dashes only, at most 60");
    }
    String kind = fields.oneOf("kind", SourceKind.WORDS);
    String secret = fields.text("secret", 200);
    if (secret == null && before.isPresent()) {
      secret = before.get().secret();
    }
    if (secret == null || secret.length() < SHORTEST_SECRET) {
      fields.missing("secret", "at least %d characters".formatted(SHORTEST_SECRET));
    }
    String each = fields.text("each", 200);
    if (each != null && !JsonPath.isGood(each)) {
      fields.wrong("each", "'%s' is no path, such as payload.items".formatted(each));
    }
    List<MappingRule> rules = rules(body.get("mapping"), fields);
    List<String> hosts = hosts(fields);
    fields.check();
    SourceKind known = SourceKind.of(Objects.requireNonNull(kind));
    SourceMapping mapping =
        rules == null
            ? presets.of(known)
            : new SourceMapping(
                body.containsKey("each")
                    ? Objects.requireNonNullElse(each, "")
                    : presets.of(known).each(),
                rules);
    if (known == SourceKind.MARKETO && mapping.activityTypes().size() > MOST_ACTIVITIES) {
      throw InvalidInput.at(
          "mapping",
          "at most %d kinds of activities, as many as Marketo takes in one call"
              .formatted(MOST_ACTIVITIES));
    }
    return new SignalSource(
        name, known, Objects.requireNonNull(secret), mapping, hosts, by, clock.instant());
  }

  private static List<String> hosts(FieldReader fields) {
    List<String> said = fields.words("returnHosts", 160);
    if (said == null) {
      return List.of();
    }
    said.stream()
        .filter(host -> !HOST.matcher(host).matches())
        .forEach(
            host ->
                fields.wrong(
                    "returnHosts", "'%s' is no host, such as www.acme.example".formatted(host)));
    if (said.size() > MOST_HOSTS) {
      fields.wrong("returnHosts", "at most %d hosts".formatted(MOST_HOSTS));
    }
    return said.stream().map(host -> host.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** Null where none are said: as they ship. */
  private static @Nullable List<MappingRule> rules(@Nullable Object said, FieldReader fields) {
    if (said == null) {
      return null;
    }
    if (!(said instanceof List<?> list) || list.size() > MOST_RULES) {
      fields.wrong("mapping", "a list of at most %d rules".formatted(MOST_RULES));
      return null;
    }
    List<MappingRule> rules = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String prefix = "mapping[%d].".formatted(i);
      if (list.get(i) instanceof Map<?, ?> rule) {
        Map<String, Object> values = FlatJson.of(rule);
        rules.add(rule(fields.inside(prefix, values), values));
      } else {
        fields.wrong("mapping[%d]".formatted(i), "a rule with field and path");
      }
    }
    return rules;
  }

  private static MappingRule rule(FieldReader fields, Map<String, @Nullable Object> values) {
    String field = fields.requiredText("field", "say which field of a signal", 120);
    if (field != null && !FIELD.matcher(field).matches()) {
      fields.wrong("field", "'%s' is no field of a signal, such as lead.email".formatted(field));
    }
    String path = fields.text("path", 500);
    String value = fields.text("value", 200);
    if (path == null && value == null) {
      fields.missing("path", "say a path, or a value");
    } else if (path != null && !JsonPath.isGood(path)) {
      fields.wrong("path", "'%s' is no path, such as payload.email".formatted(path));
    }
    String as = fields.optionalOneOf("as", MappingRule.READ_AS);
    return new MappingRule(String.valueOf(field), path, value, as, map(values.get("map"), fields));
  }

  private static @Nullable Map<String, String> map(@Nullable Object said, FieldReader fields) {
    if (said == null) {
      return null;
    }
    Map<String, String> map = new LinkedHashMap<>();
    if (said instanceof Map<?, ?> given) {
      given.forEach(
          (from, to) -> {
            if (to instanceof String text) {
              map.put(String.valueOf(from), text);
            }
          });
      if (map.size() == given.size()) {
        return map;
      }
    }
    fields.wrong("map", "an object of texts by what stands there");
    return null;
  }
}
