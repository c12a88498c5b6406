package dev.baton.input;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences that the code says in English, such as refusals and the labels of answers, in another
 * language: found by their English in a pair of bundles. What isn't there is said in English.
 */
public final class Sentences {
  /** Of the code, and of decision tables that ship. */
  private static final List<String> BUNDLES = List.of("messages/sentences", "messages/tables");

  private static final String MODELS = "messages/models";

  /** How many letters a language has. */
  private static final int ISO_639 = 2;

  private static final Pattern NAMED = Pattern.compile("\\{(\\d)}");

  /** A number whose English form isn't everybody's. */
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+)( %|)");

  /** Between the words of a list; where those have commas themselves, semicolons. */
  private static final Pattern COMMAS = Pattern.compile(", | and ");

  private static final Pattern SEMICOLONS = Pattern.compile("; ");
  private static final Map<Locale, Sentences> KNOWN = new ConcurrentHashMap<>();
  private static final Map<Locale, Sentences> OF_MODELS = new ConcurrentHashMap<>();
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final Map<String, String> whole = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  /**
   * An English sentence with places for what it names.
   *
   * @param literal how many characters stand around them; of two that fit, the longer one counts
   */
  private record Template(Pattern english, int literal, String translation) {}

  private Sentences(Locale locale, Stream<String> bundles) {
    this.locale = locale;
    bundles.forEach(bundle -> read(bundle(bundle, Locale.ENGLISH), bundle(bundle, locale)));
    templates.sort(Comparator.comparing(Template::literal, Comparator.reverseOrder()));
  }

  private void read(ResourceBundle english, ResourceBundle translated) {
    for (String key : english.keySet()) {
      String sentence = english.getString(key);
      String translation = translated.getString(key);
      if (NAMED.matcher(sentence).find()) {
        int literal = NAMED.matcher(sentence).replaceAll("").length();
        templates.add(new Template(pattern(sentence), literal, translation));
      } else {
        whole.put(sentence, translation);
      }
    }
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(name, locale, NO_FALLBACK);
  }

  private static Pattern pattern(String sentence) {
    Matcher named = NAMED.matcher(sentence);
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    while (named.find()) {
      pattern.append(Pattern.quote(sentence.substring(from, named.start()))).append("(.+?)");
      from = named.end();
    }
    return Pattern.compile(pattern + Pattern.quote(sentence.substring(from)), Pattern.DOTALL);
  }

  /** The sentence in a language; as it is where that is English, or nobody translated it. */
  public static String in(Locale locale, String english) {
    return known(locale.getLanguage())
        .map(known -> KNOWN.computeIfAbsent(known, each -> new Sentences(each, BUNDLES.stream())))
        .flatMap(sentences -> sentences.translated(english))
        .orElse(english);
  }

  /** What is said of models: phrases that nothing else is translated by. */
  public static String ofModels(Locale locale, String english) {
    return known(locale.getLanguage())
        .map(
            known ->
                OF_MODELS.computeIfAbsent(
                    known,
                    each ->
                        new Sentences(each, Stream.concat(BUNDLES.stream(), Stream.of(MODELS)))))
        .flatMap(sentences -> sentences.translated(english))
        .orElse(english);
  }

  /** Only languages that there are: a request may name any. */
  private static Optional<Locale> known(String language) {
    if (language.length() != ISO_639 || language.equals(Locale.ENGLISH.getLanguage())) {
      return Optional.empty();
    }
    Locale locale = Locale.forLanguageTag(language);
    return bundle(BUNDLES.get(0), locale).getLocale().equals(locale)
        ? Optional.of(locale)
        : Optional.empty();
  }

  private Optional<String> translated(String english) {
    return Optional.ofNullable(whole.get(english)).or(() -> filled(english));
  }

  private Optional<String> filled(String english) {
    return templates.stream().flatMap(template -> filled(template, english).stream()).findFirst();
  }

  /** What a sentence names is translated too where it is a sentence of ours, or a list of them. */
  private Optional<String> filled(Template template, String english) {
    Matcher said = template.english().matcher(english);
    return said.matches()
        ? Optional.of(
            NAMED
                .matcher(template.translation())
                .replaceAll(
                    place -> {
                      String named = said.group(Integer.parseInt(place.group(1)) + 1);
                      return Matcher.quoteReplacement(named(named));
                    }))
        : Optional.empty();
  }

  private String named(String english) {
    Matcher number = NUMBER.matcher(english);
    return number.matches()
        ? number(number.group(1)) + number.group(2)
        : Optional.ofNullable(whole.get(english))
            .or(() -> listed(english))
            .or(() -> filled(english))
            .orElse(english);
  }

  private String number(String english) {
    BigDecimal value = new BigDecimal(english.replace(",", ""));
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMinimumFractionDigits(value.scale());
    return format.format(value);
  }

  /** A list of which we know each part. */
  private Optional<String> listed(String english) {
    Matcher between = (english.contains("; ") ? SEMICOLONS : COMMAS).matcher(english);
    StringBuilder list = new StringBuilder();
    int from = 0;
    while (between.find()) {
      Optional<String> part = translated(english.substring(from, between.start()));
      if (part.isEmpty()) {
        return part;
      }
      list.append(part.get()).append(whole.getOrDefault(between.group(), between.group()));
      from = between.end();
    }
    return from == 0
        ? Optional.empty()
        : translated(english.substring(from)).map(last -> list + last);
  }
}
