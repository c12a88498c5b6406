package dev.baton.lead.account;

import dev.baton.lead.CompanyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How sure it is that two names are one company's, and why.
 *
 * @param confidence in per cent; 0 where nothing speaks for it
 */
record NameMatch(int confidence, List<String> reasons) {
  private static final int SAME = 80;
  private static final int SAME_WITHOUT_BLANKS = 70;
  private static final int PART_OF_A_GROUP = 70;
  private static final int ONE_LETTER = 60;
  private static final int BEGINS_ALIKE = 55;
  private static final int SHORT = -20;
  private static final int FORM = 5;
  private static final int LONG_ENOUGH = 6;
  private static final int TOO_SHORT = 4;

  /** Words by which parts of a group tell themselves apart. */
  private static final Set<String> GROUP_WORDS =
      Set.of(
          "group",
          "gruppe",
          "groupe",
          "grupo",
          "gruppo",
          "holding",
          "holdings",
          "international",
          "global",
          "worldwide",
          "europe",
          "europa",
          "emea",
          "dach",
          "nordic",
          "nordics",
          "benelux",
          "deutschland",
          "germany",
          "allemagne",
          "osterreich",
          "austria",
          "schweiz",
          "suisse",
          "svizzera",
          "switzerland",
          "france",
          "frankreich",
          "uk",
          "britain",
          "ireland",
          "usa",
          "america",
          "canada",
          "espana",
          "spain",
          "iberia",
          "portugal",
          "italia",
          "italy",
          "nederland",
          "netherlands",
          "belgium",
          "belgique",
          "belgie",
          "luxembourg",
          "polska",
          "poland",
          "danmark",
          "denmark",
          "sverige",
          "sweden",
          "norge",
          "norway",
          "suomi",
          "finland",
          "north",
          "south",
          "west",
          "east",
          "central",
          "und",
          "of",
          "the");

  static NameMatch none() {
    return new NameMatch(0, List.of());
  }

  static NameMatch of(CompanyName one, CompanyName other) {
    if (one.key().isEmpty() || other.key().isEmpty()) {
      return none();
    }
    NameMatch match = byWords(one, other);
    if (match.confidence == 0) {
      return match;
    }
    if (!one.legalForm().isEmpty() && one.legalForm().equals(other.legalForm())) {
      match = match.and(FORM, "the same legal form");
    }
    boolean isShort = Math.min(one.compact().length(), other.compact().length()) < TOO_SHORT;
    return isShort ? match.and(SHORT, "but a short name") : match;
  }

  private static NameMatch byWords(CompanyName one, CompanyName other) {
    if (one.key().equals(other.key())) {
      return new NameMatch(SAME, List.of("the same name"));
    }
    if (one.compact().equals(other.compact())) {
      return new NameMatch(SAME_WITHOUT_BLANKS, List.of("the same name but for blanks"));
    }
    boolean oneIsShorter = one.key().length() < other.key().length();
    String shorter = oneIsShorter ? one.key() : other.key();
    String longer = oneIsShorter ? other.key() : one.key();
    if (longer.startsWith(shorter + " ")) {
      List<String> rest = List.of(longer.substring(shorter.length() + 1).split(" ", -1));
      return GROUP_WORDS.containsAll(rest)
          ? new NameMatch(PART_OF_A_GROUP, List.of("named like a part of the same group"))
          : new NameMatch(BEGINS_ALIKE, List.of("both names begin alike"));
    }
    boolean oneLetter =
        shorter.length() >= LONG_ENOUGH && differByOneLetter(one.compact(), other.compact());
    return oneLetter
        ? new NameMatch(ONE_LETTER, List.of("the names differ by one letter"))
        : none();
  }

  /** One letter is another one, too many or too few. */
  private static boolean differByOneLetter(String one, String other) {
    int least = Math.min(one.length(), other.length());
    int same = 0;
    while (same < least && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int rest = 0;
    while (rest < least - same
        && one.charAt(one.length() - 1 - rest) == other.charAt(other.length() - 1 - rest)) {
      rest++;
    }
    return Math.max(one.length(), other.length()) - same - rest == 1;
  }

  NameMatch and(int more, String reason) {
    List<String> all = new ArrayList<>(reasons);
    all.add(reason);
    return new NameMatch(Math.max(0, confidence + more), all);
  }

  String why() {
    return String.join(", ", reasons);
  }
}
