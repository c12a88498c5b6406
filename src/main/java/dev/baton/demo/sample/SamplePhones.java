package dev.baton.demo.sample;

/**
 * Phone numbers of made-up people, which nobody has: each country's range for films and books, and
 * the British one for mobiles where a country has none.
 */
final class SamplePhones {
  private SamplePhones() {}

  /**
   * The number of somebody.
   *
   * @param number below 1,000
   */
  static String of(String country, int number) {
    return switch (country) {
      case "DE" -> "+49 30 23125 %03d".formatted(number);
      case "FR" -> "+33 1 99 00 %02d %02d".formatted(number / 100, number % 100);
      case "GB" -> "+44 20 7946 0%03d".formatted(number);
      case "IE" -> "+353 20 910 %04d".formatted(number);
      case "SE" -> "+46 8 465 004 %02d".formatted(number % 100);
      default -> "+44 7700 900%03d".formatted(number);
    };
  }
}
