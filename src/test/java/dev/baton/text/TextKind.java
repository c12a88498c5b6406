package dev.baton.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Kinds of text that somebody may send. */
enum TextKind {
  /** Any script, any sign. */
  WELL,
  /** With a character that nobody sees. */
  INVISIBLE,
  /** With a control character that is neither a tab nor a line break. */
  CONTROL,
  /** With half of a character. */
  HALF,
  /** With the sign that stands where a character was lost. */
  LOST;

  private static final List<String> LETTERS =
      List.of(
          "a",
          "Z",
          "7",
          "ä",
          "ß",
          "é",
          "e\u0301",
          "Ж",
          "я",
          "Ω",
          "א",
          "ش",
          "ह",
          "ก",
          "한",
          "漢",
          "\uD83D\uDE80",
          "\uD835\uDD38",
          "\uD869\uDED6",
          "'",
          "\"",
          "<b>",
          "&amp;",
          "\\",
          "%00",
          "\\u0000",
          "{{x}}",
          "${x}",
          "#",
          "--",
          ";",
          "€",
          "z z",
          "\uFFFE");

  private static final List<String> UNSEEN =
      List.of("\u00A0", "\u2003", "\u200B", "\u200D", "\u202E", "\u2060", "\uFEFF", "\u3164");

  private static final List<String> CONTROLS =
      IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0))
          .filter(c -> "\t\n\r".indexOf(c) < 0)
          .mapToObj(Character::toString)
          .toList();

  /** One of many texts of this kind, which has a letter at both ends. */
  String sample(Random random) {
    String before = letters(random);
    String after = letters(random);
    return before + odd(random) + after;
  }

  private String odd(Random random) {
    return switch (this) {
      case WELL -> "";
      case INVISIBLE -> UNSEEN.get(random.nextInt(UNSEEN.size()));
      case CONTROL -> CONTROLS.get(random.nextInt(CONTROLS.size()));
      case HALF -> String.valueOf((char) (0xD800 + random.nextInt(0x800)));
      case LOST -> "\uFFFD";
    };
  }

  private static String letters(Random random) {
    return "w"
        + random
            .ints(1 + random.nextInt(8), 0, LETTERS.size())
            .mapToObj(LETTERS::get)
            .collect(Collectors.joining())
        + "w";
  }

  /** Whether it is one to whoever keeps texts. */
  boolean isText() {
    return this == WELL || this == INVISIBLE;
  }

  /** What is left of a text where a control character is taken out. */
  static String without(String text) {
    return CONTROLS.stream().reduce(text, (left, control) -> left.replace(control, ""));
  }
}
