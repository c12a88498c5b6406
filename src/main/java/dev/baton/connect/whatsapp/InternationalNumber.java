package dev.baton.connect.whatsapp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number with its country, as E.164 writes it. One without a country is nobody's: a guess
 * would write to a stranger.
 */
final class InternationalNumber {
  private static final Pattern SIGNS = Pattern.compile("[\\s().\\-/\u00a0\u2010-\u2015]");
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");

  private InternationalNumber() {}

  /** Such as {@code +4930123456}, of {@code 0049 (0)30 / 123 456} too; empty where it is none. */
  static Optional<String> of(String written) {
    String plain = SIGNS.matcher(written.strip().replace("(0)", "")).replaceAll("");
    String number = plain.startsWith("00") ? "+" + plain.substring(2) : plain;
    return Optional.of(number).filter(E164.asMatchPredicate());
  }
}
