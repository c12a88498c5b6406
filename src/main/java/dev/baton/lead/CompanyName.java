package dev.baton.lead;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A company's name as names are compared: without case, accents, punctuation and legal form.
 *
 * @param key its words with blanks between them; empty where nothing is left of it
 * @param legalForm such as {@code gmbh}; empty where none is named
 */
public record CompanyName(String key, String legalForm) {
  private static final int LONGEST = 500;
  private static final int START = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DOTS = Pattern.compile("[.'’`]");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final List<List<String>> FORMS =
      DataLines.of("legal-forms.txt").stream()
          .map(CompanyName::words)
          .distinct()
          .sorted(Comparator.comparing(List<String>::size).reversed())
          .toList();

  /** Reads a name as somebody wrote it. */
  public static CompanyName of(String written) {
    List<String> words = words(written);
    for (List<String> form : FORMS) {
      int name = words.size() - form.size();
      if (name > 0 && words.subList(name, words.size()).equals(form)) {
        return new CompanyName(key(words.subList(0, name)), String.join(" ", form));
      }
    }
    return new CompanyName(key(words), "");
  }

  /** Accounts whose names begin alike are looked at together. */
  public String start() {
    String compact = compact();
    return compact.substring(0, Math.min(START, compact.length()));
  }

  /** Without blanks, which people leave out. */
  public String compact() {
    return key.replace(" ", "");
  }

  private static String key(List<String> words) {
    String key = String.join(" ", words);
    return key.substring(0, Math.min(LONGEST, key.length())).strip();
  }

  private static List<String> words(String written) {
    String lower = written.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o");
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    String joined = DOTS.matcher(plain.replace("&", " und ").replace("+", " und ")).replaceAll("");
    return Arrays.stream(OTHER.split(joined))
        .filter(word -> !word.isEmpty())
        .map(word -> and(word).orElse(word))
        .toList();
  }

  private static Optional<String> and(String word) {
    return switch (word) {
      case "and", "et", "y", "e", "og", "och", "en" -> Optional.of("und");
      default -> Optional.empty();
    };
  }
}
