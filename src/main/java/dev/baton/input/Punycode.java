package dev.baton.input;

/**
 * Punycode of one label of a domain's name (RFC 3492, in its letters), for the letters that Java's
 * IDN of 2003 takes for others.
 */
final class Punycode {
  private static final int BASE = 36;
  private static final int LOWEST = 1;
  private static final int HIGHEST = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST = 128;
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private Punycode() {}

  static String encode(String label) {
    int[] letters = label.codePoints().toArray();
    StringBuilder encoded = new StringBuilder();
    label.codePoints().filter(letter -> letter < FIRST).forEach(encoded::appendCodePoint);
    int plain = encoded.length();
    int done = plain;
    if (plain > 0) {
      encoded.append('-');
    }
    int next = FIRST;
    int delta = 0;
    int bias = FIRST_BIAS;
    while (done < letters.length) {
      int above = next;
      int least =
          label.codePoints().filter(letter -> letter >= above).min().orElse(Character.MAX_VALUE);
      delta = Math.addExact(delta, Math.multiplyExact(least - next, done + 1));
      next = least;
      for (int letter : letters) {
        if (letter < next) {
          delta++;
        } else if (letter == next) {
          append(encoded, delta, bias);
          bias = adapted(delta, done + 1, done == plain);
          delta = 0;
          done++;
        }
      }
      delta++;
      next++;
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, int number, int bias) {
    int rest = number;
    int place = BASE;
    while (rest >= threshold(place, bias)) {
      int least = threshold(place, bias);
      encoded.append(DIGITS.charAt(least + (rest - least) % (BASE - least)));
      rest = (rest - least) / (BASE - least);
      place += BASE;
    }
    encoded.append(DIGITS.charAt(rest));
  }

  /**
   * The label that an encoded one stands for.
   *
   * @throws IllegalArgumentException where it stands for none
   */
  static String decode(String encoded) {
    int split = encoded.lastIndexOf('-');
    StringBuilder label = new StringBuilder(split < 0 ? "" : encoded.substring(0, split));
    int next = FIRST;
    int at = 0;
    int bias = FIRST_BIAS;
    int read = split + 1;
    try {
      while (read < encoded.length()) {
        int before = at;
        int weight = 1;
        for (int place = BASE; ; place += BASE) {
          int digit = read < encoded.length() ? DIGITS.indexOf(encoded.charAt(read)) : -1;
          read++;
          if (digit < 0) {
            throw new IllegalArgumentException("no punycode");
          }
          at = Math.addExact(at, Math.multiplyExact(digit, weight));
          int least = threshold(place, bias);
          if (digit < least) {
            break;
          }
          weight = Math.multiplyExact(weight, BASE - least);
        }
        int letters = label.codePointCount(0, label.length()) + 1;
        bias = adapted(at - before, letters, before == 0);
        next = Math.addExact(next, at / letters);
        at %= letters;
        label.insert(label.offsetByCodePoints(0, at), Character.toString(next));
        at++;
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("no punycode", e);
    }
    return label.toString();
  }

  private static int threshold(int place, int bias) {
    return Math.min(Math.max(place - bias, LOWEST), HIGHEST);
  }

  private static int adapted(int delta, int letters, boolean isFirst) {
    int rest = isFirst ? delta / DAMP : delta / 2;
    rest += rest / letters;
    int places = 0;
    while (rest > (BASE - LOWEST) * HIGHEST / 2) {
      rest /= BASE - LOWEST;
      places += BASE;
    }
    return places + (BASE - LOWEST + 1) * rest / (rest + SKEW);
  }
}
