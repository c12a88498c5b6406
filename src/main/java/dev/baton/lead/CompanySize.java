package dev.baton.lead;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of employees as forms and data vendors write it: {@code 120}, {@code 51-200}, {@code
 * 1,000+ employees}. It is kept as it was said and counted by its lower bound.
 */
public final class CompanySize {
  private static final String NUMBER = "(\\d{1,3}(?:[.,'’\\h]\\d{3})+|\\d+)(k?)";
  private static final String ABOUT =
      "(?:(?:about|approx\\.?|around|ca\\.?|circa|etwa|rund|environ|over|more than|at least|über"
          + "|mehr als|mindestens|ab|plus de|>=?|≥|~)\\h*)?";
  private static final String PEOPLE =
      "(?:\\h*\\(?(?:employees?|people|persons?|staff|ftes?|mitarbeiter(?:[:*/]?innen)?|mitarbeitende"
          + "|beschäftigte|ma|salariés?|employés?|collaborateurs?|medewerkers|werknemers|empleados"
          + "|funcionários|colaboradores|dipendenti|anställda|ansatte|medarbejdere)\\)?)?";
  private static final Pattern SIZE =
      Pattern.compile(
          ABOUT
              + NUMBER
              + "(?:(?:\\h*(?:-|‐|‑|–|—|−|\\.\\.+|…|to|bis|until|à|a|tot|til|till)\\h*"
              + NUMBER
              + ")|\\h*\\+)?"
              + PEOPLE,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern UP_TO =
      Pattern.compile(
          "(?:up to|less than|under|bis(?: zu)?|unter|weniger als|moins de|<=?|≤)\\h*"
              + NUMBER
              + PEOPLE,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private CompanySize() {}

  /** The least number that it may be, or empty when it says none. */
  public static Optional<Integer> lowerBound(String said) {
    if (isPlain(said)) {
      return Optional.of(Integer.valueOf(said));
    }
    Matcher size = SIZE.matcher(said);
    if (size.matches()) {
      Optional<Integer> from = number(size.group(1), size.group(2));
      Optional<Integer> to = size.group(3) == null ? from : number(size.group(3), size.group(4));
      return from.filter(least -> to.filter(most -> most >= least).isPresent());
    }
    return UP_TO.matcher(said).matches() ? Optional.of(1) : Optional.empty();
  }

  /** As most senders write it: nothing is to be understood. */
  private static boolean isPlain(String said) {
    return !said.isEmpty()
        && said.length() <= 9
        && said.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static Optional<Integer> number(String digits, String thousands) {
    String plain = digits.replaceAll("\\D", "") + (thousands.isEmpty() ? "" : "000");
    return plain.length() > 9 ? Optional.empty() : Optional.of(Integer.valueOf(plain));
  }
}
