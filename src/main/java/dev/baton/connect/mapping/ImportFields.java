package dev.baton.connect.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Fields that the columns of a file may hold, and the names by which columns are recognized. */
public final class ImportFields {
  /** Any other column of signals may be kept under a name of its own. */
  public static final String PROPERTY = "properties.";

  private static final List<String> IDENTITIES = List.of("email", "externalId", "visitorId");
  private static final List<String> PERSON =
      List.of(
          "email",
          "externalId",
          "firstName",
          "lastName",
          "name",
          "jobTitle",
          "phone",
          "company",
          "domain",
          "companySize",
          "industry",
          "country",
          "techStack",
          "consent.email",
          "optOut.email",
          "optOut.phone",
          "source",
          "campaign",
          "channel");
  private static final List<String> ACT =
      List.of("id", "type", "occurredAt", "visitorId", "properties.asset", "properties.message");
  public static final List<String> STAGES =
      List.of("mqlAt", "salAt", "sqlAt", "opportunityAt", "wonAt", "lostAt", "rejectedAt");
  private static final List<String> OUTCOME = List.of("reason", "value", "currency");

  /** They hold an instant or a day. */
  public static final Set<String> DATES =
      Stream.concat(STAGES.stream(), Stream.of("createdAt", "occurredAt"))
          .collect(Collectors.toSet());

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Map<String, Set<String>> NAMES = read();

  private ImportFields() {}

  /** The fields that a file of this kind may have. */
  public static List<String> of(ImportKind kind) {
    return switch (kind) {
      case LEADS -> together(PERSON, List.of("createdAt"));
      case SIGNALS -> together(ACT, PERSON);
      case OUTCOMES -> together(together(PERSON, List.of("createdAt")), together(STAGES, OUTCOME));
    };
  }

  private static List<String> together(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  public static boolean isOf(ImportKind kind, String field) {
    return of(kind).contains(field)
        || (kind == ImportKind.SIGNALS && field.matches("properties\\.[\\w-]{1,60}"));
  }

  public static boolean saysWho(String field) {
    return IDENTITIES.contains(field);
  }

  /** What a column of this name holds in a file of this kind. */
  public static Optional<String> named(ImportKind kind, String column) {
    String compared = compared(column);
    return of(kind).stream()
        .filter(field -> NAMES.getOrDefault(field, Set.of()).contains(compared))
        .findFirst();
  }

  /** Without case, accents, blanks and punctuation. */
  private static String compared(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o");
    String bare =
        MARKS
            .matcher(Normalizer.normalize(plain.replace("æ", "ae"), Normalizer.Form.NFD))
            .replaceAll("");
    return SIGNS.matcher(bare).replaceAll("");
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> names = new HashMap<>();
    try {
      new ClassPathResource("import-columns.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(names, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static void add(Map<String, Set<String>> names, String line) {
    int colon = line.indexOf(':');
    List<String> columns = new ArrayList<>(Arrays.asList(line.substring(colon + 1).split(",")));
    columns.add(line.substring(0, colon));
    names.put(
        line.substring(0, colon),
        columns.stream().map(ImportFields::compared).collect(Collectors.toSet()));
  }
}
