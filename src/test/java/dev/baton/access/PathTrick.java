package dev.baton.access;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** The ways to write a path that two readers might read in two ways. */
enum PathTrick {
  AS_IT_IS(path -> path),
  WITH_THE_HOST(path -> "http://localhost" + path),
  DOUBLED_AT_THE_START(path -> "/" + path),
  DOUBLED_INSIDE(path -> inside(path, "//")),
  PARAMETER_AT_THE_END(path -> path + ";x=y"),
  PARAMETER_INSIDE(path -> inside(path, ";x=y/")),
  SESSION_IN_THE_PATH(path -> path + ";jsessionid=1"),
  DOT(path -> "/." + path),
  DOT_INSIDE(path -> inside(path, "/./")),
  DOT_ENCODED(path -> "/%2e" + path),
  UP_FROM_AN_OPEN_FOLDER(path -> "/assets/.." + path),
  UP_FROM_AN_OPEN_PAGE(path -> "/login/../" + path.substring(1)),
  UP_ENCODED(path -> "/assets/%2e%2e" + path),
  UP_HALF_ENCODED(path -> "/assets/.%2E" + path),
  UP_ENCODED_TWICE(path -> "/assets/%252e%252e" + path),
  UP_WITH_A_PARAMETER(path -> "/assets/..;" + path),
  UP_WITH_ITS_SLASHES_ENCODED(path -> "/assets/..%2f" + path.substring(1).replace("/", "%2f")),
  SLASH_ENCODED(path -> inside(path, "%2f")),
  SLASH_ENCODED_TWICE(path -> inside(path, "%252f")),
  SLASH_ENCODED_TOO_LONG(path -> inside(path, "%c0%af")),
  BACKSLASH(path -> inside(path, "\\")),
  UP_WITH_BACKSLASHES(path -> "/assets\\.." + path.replace('/', '\\')),
  BACKSLASH_ENCODED(path -> "/assets%5c..%5c" + path.substring(1)),
  SLASH_AT_THE_END(path -> path.matches(".+/") ? path.replaceFirst("/$", "") : path + "/"),
  UPPER_CASE(path -> path.toUpperCase(Locale.ROOT)),
  FIRST_LETTER_ENCODED(PathTrick::firstLetterEncoded),
  AS_JSON(path -> path + ".json"),
  AS_A_STYLE_SHEET(path -> path + ".css"),
  AS_A_STYLE_SHEET_BY_PARAMETER(path -> path + ";.css"),
  NUL(path -> path + "%00"),
  NUL_BEFORE_AN_ENDING(path -> path + "%00.css"),
  LINE_BREAK(path -> path + "%0d%0aX-Evil:1"),
  QUERY_OF_AN_OPEN_PAGE(path -> path + "?/login"),
  FRAGMENT(path -> path + "#/login");

  private final UnaryOperator<String> way;

  PathTrick(UnaryOperator<String> way) {
    this.way = way;
  }

  String on(String path) {
    return way.apply(path);
  }

  /** Puts something in place of the slash after the first word, or of the only one. */
  private static String inside(String path, String separator) {
    int slash = Math.max(path.indexOf('/', 1), 0);
    return path.substring(0, slash) + separator + path.substring(slash + 1);
  }

  private static String firstLetterEncoded(String path) {
    return path.length() == 1
        ? path
        : "/%%%02x%s".formatted((int) path.charAt(1), path.substring(2));
  }
}
