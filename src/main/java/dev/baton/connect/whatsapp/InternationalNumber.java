package dev.baton.connect.whatsapp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number with its country, as E.164 writes it. One without a country is nobody's: a guess
 * would write to a stranger.
 */
final class InternationalNumber {
  private static final Pattern SIGNS = Pattern.compile("[\\s().\\-/\u00a0\u2010-\u2015]");
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");

  private static final List<Mobile> MOBILES =
      List.of(
          new Mobile("\\+52", "1", "\\d{10}"),
          new Mobile("\\+54", "9", "\\d{10}"),
          new Mobile("\\+55\\d{2}", "9", "[6-9]\\d{7}"));

  private InternationalNumber() {}

  /** A plan of mobile numbers, whose sign stands between the country and the rest, or doesn't. */
  private record Mobile(Pattern number, String sign) {
    Mobile(String country, String sign, String rest) {
      this(Pattern.compile("(%s)(?:%s)?(%s)".formatted(country, sign, rest)), sign);
    }

    Optional<List<String>> spellings(String written) {
      Matcher found = number.matcher(written);
      return found.matches()
          ? Optional.of(
              List.of(found.group(1) + found.group(2), found.group(1) + sign + found.group(2)))
          : Optional.empty();
    }
  }

  /** Such as {@code +4930123456}, of {@code 0049 (0)30 / 123 456} too; empty where it is none. */
  static Optional<String> of(String written) {
    String plain = SIGNS.matcher(written.strip().replace("(0)", "")).replaceAll("");
    String number = plain.startsWith("00") ? "+" + plain.substring(2) : plain;
    return Optional.of(number).filter(E164.asMatchPredicate());
  }

  /**
   * The ways in which WhatsApp, or who wrote it down, spells a mobile number: in Mexico, Argentina
   * and Brazil with or without a digit that says that it is one.
   */
  static List<String> alike(String number) {
    return MOBILES.stream()
        .flatMap(mobile -> mobile.spellings(number).stream())
        .findFirst()
        .orElseGet(() -> List.of(number));
  }
}
