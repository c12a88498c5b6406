package dev.baton.desk;

import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plain words for what figures are cut by; the templates call it by its name. */
@Component
class FigureWords {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("HOUR", "Hour of the week"),
          Map.entry("LEAD", "Leads"),
          Map.entry("MQL", "MQL"),
          Map.entry("SAL", "SAL"),
          Map.entry("SQL", "SQL"),
          Map.entry("OPPORTUNITY", "Opportunity"),
          Map.entry("CUSTOMER", "Customer"),
          Map.entry("LOST", "Lost"),
          Map.entry("acceptance", "Acceptance"),
          Map.entry("qualification", "Qualification"),
          Map.entry("mqlToSql", "MQL to SQL"),
          Map.entry("sqlToOpportunity", "SQL to opportunity"),
          Map.entry("win", "Win"),
          Map.entry("met", "in time"),
          Map.entry("missed", "missed"),
          Map.entry("open", "open"),
          Map.entry("void", "void"),
          Map.entry("quality", "The lead"),
          Map.entry("execution", "The work on it"),
          Map.entry("afterHours", "After hours"));

  private final Vocabulary words;
  private final People people;

  FigureWords(Vocabulary words, People people) {
    this.words = words;
    this.people = people;
  }

  /** Empty for nobody. */
  public String person(String id) {
    return id == null ? "" : people.find(id).map(Person::name).orElse(id);
  }

  public String of(String code) {
    return code == null ? "" : NAMES.getOrDefault(code, words.plain(code));
  }

  public String of(Enum<?> code) {
    return NAMES.getOrDefault(code.name(), words.plain(PageQuestion.of(code)));
  }

  /** The key of a row; people by their names, hours of the week as a clock says them. */
  public String key(Enum<?> by, String key, Names names) {
    if (key == null) {
      return "All";
    }
    if (key.equals("(none)")) {
      return "Not named";
    }
    return switch (by.name()) {
      case "OWNER", "REP" -> names.byId().getOrDefault(key, key);
      case "HOUR" -> hour(key);
      case "CLOCK" -> words.clock(key);
      case "SOURCE", "BAND", "CHANNEL", "SEGMENT" -> words.plain(key);
      default -> key;
    };
  }

  /** From such as {@code 1-09}. */
  private static String hour(String key) {
    return key.matches("[1-7]-\\d\\d")
        ? "%s %s:00".formatted(day(key.charAt(0) - '0'), key.substring(2))
        : key;
  }

  static String day(int day) {
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
