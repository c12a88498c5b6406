package dev.baton.connect.table;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Country codes by the names that countries have in the languages of the shipped territories. */
public final class CountryNames {
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "sv", "da", "no", "fi", "pt");

  /** As people write them. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "usa", "US",
          "u.s.", "US",
          "u.s.a.", "US",
          "united states of america", "US",
          "great britain", "GB",
          "england", "GB",
          "scotland", "GB",
          "holland", "NL",
          "the netherlands", "NL");

  private static final Map<String, String> CODES = read();

  private CountryNames() {}

  /** The code of a country that is written out, else what is written. */
  public static String code(String written) {
    return CODES.getOrDefault(written.toLowerCase(Locale.ROOT), written);
  }

  private static Map<String, String> read() {
    Map<String, String> codes = new HashMap<>(OTHERS);
    for (String language : LANGUAGES) {
      Locale in = Locale.forLanguageTag(language);
      for (String code : Locale.getISOCountries()) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(in);
        codes.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
      }
    }
    return codes;
  }
}
