package dev.baton.score;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tables that ship, changed to know one product line more. */
public final class ScoringProfileTables {
  private static final String EVERYBODY_ELSE = "<rule id=\"profile-of-the-setting\">";
  private static final String TWO_AXIS = "<rule id=\"threshold-two-axis\">";

  private ScoringProfileTables() {}

  /** A row before the last one; null asks or says nothing. Another table stays as it is. */
  public static String with(
      String xml, String segment, String product, String country, String profile, String method) {
    String row =
        row("line", "inputEntry", segment, product, country)
            .formatted(row(null, "outputEntry", profile, method));
    return xml.replace(EVERYBODY_ELSE, row + EVERYBODY_ELSE);
  }

  /** A row of lines, of which only that of MQLs is set. Another table stays as it is. */
  public static String withThreshold(String xml, String profile, int mqlAt) {
    String row =
        row("line-" + profile, "inputEntry", profile)
            .formatted(
                "<outputEntry id=\"line-%s-mql\"><text>%d</text></outputEntry>"
                        .formatted(profile, mqlAt)
                    + row(null, "outputEntry", null, null, null));
    return xml.replace(TWO_AXIS, row + TWO_AXIS);
  }

  private static String row(String id, String entry, String... cells) {
    String entries =
        Arrays.stream(cells)
            .map(
                cell ->
                    "<%s><text>%s</text></%s>"
                        .formatted(entry, cell == null ? "" : '"' + cell + '"', entry))
            .collect(Collectors.joining());
    return id == null ? entries : "<rule id=\"" + id + "\">" + entries + "%s</rule>";
  }
}
