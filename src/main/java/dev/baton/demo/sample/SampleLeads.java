package dev.baton.demo.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Makes up people and companies, the same ones for the same random numbers. */
final class SampleLeads {
  private static final List<String> CORE_INDUSTRIES =
      List.of("SaaS", "SaaS", "SaaS", "Software", "Software", "Technology");
  private static final List<String> OTHER_INDUSTRIES =
      List.of("Manufacturing", "Retail", "Logistics", "Healthcare", "Financial services");
  private static final List<String> CORE_NAMES =
      List.of("Software", "Cloud", "Analytics", "Systems", "Labs", "Data");
  private static final List<String> OTHER_NAMES =
      List.of("Industries", "Stores", "Freight", "Clinics", "Capital");
  private static final List<String> DECIDERS =
      List.of(
          "VP Sales",
          "Chief Revenue Officer",
          "VP Marketing",
          "CEO",
          "COO",
          "Head of Revenue Operations",
          "Director of Sales",
          "Head of Marketing");
  private static final List<String> CHIEFS =
      List.of("VP Sales", "Chief Revenue Officer", "VP Marketing", "CEO", "COO");
  private static final List<String> MANAGERS =
      List.of("Marketing Manager", "Sales Operations Manager", "CRM Manager", "Campaign Manager");
  private static final List<String> OTHERS =
      List.of("Consultant", "Working Student", "Assistant", "Analyst", "Freelancer");
  private static final int[] CORE_SIZES = {60, 85, 120, 150, 180, 240, 310, 420, 480};
  private static final int[] NEAR_SIZES = {24, 35, 45, 650, 900, 1400};
  private static final int[] OTHER_SIZES = {2, 5, 8, 12, 3500, 8200};

  private final Random random;
  private final List<String[]> names = lines("names.txt").map(line -> line.split("\\|")).toList();
  private final List<String> companies =
      lines("companies.txt").flatMap(line -> Stream.of(line.split(" "))).toList();
  private int made;

  SampleLeads(Random random) {
    this.random = random;
  }

  /** Somebody who fits the ideal customer and decides. */
  SampleLead fitting() {
    int[] sizes = random.nextInt(5) == 0 ? NEAR_SIZES : CORE_SIZES;
    return prospect(true, sizes, DECIDERS);
  }

  /** Somebody who could not fit better. */
  SampleLead ideal() {
    return prospect(true, CORE_SIZES, CHIEFS);
  }

  /** Somebody at the right kind of company, but not the one who decides. */
  SampleLead looking() {
    return prospect(true, random.nextBoolean() ? CORE_SIZES : NEAR_SIZES, MANAGERS);
  }

  /** Somebody whom we can't sell to. */
  SampleLead strange() {
    return prospect(false, OTHER_SIZES, OTHERS);
  }

  private SampleLead prospect(boolean core, int[] sizes, List<String> titles) {
    String[] country = pick(names);
    String first = pick(List.of(country[1].split(" ")));
    String last = pick(List.of(country[2].split(" ")));
    int kind = random.nextInt(core ? CORE_NAMES.size() : OTHER_NAMES.size());
    String company =
        companies.get(made * 7 % companies.size())
            + " "
            + (core ? CORE_NAMES : OTHER_NAMES).get(kind);
    String domain = ascii(company).replace(" ", "") + ".example";
    made++;
    return new SampleLead(
        first,
        last,
        "%s.%s@%s".formatted(ascii(first), ascii(last), domain),
        random.nextInt(4) == 0 ? "cookie-%05d".formatted(10_000 + made) : null,
        pick(titles),
        new SampleCompany(
            company,
            domain,
            sizes[random.nextInt(sizes.length)],
            core ? pick(CORE_INDUSTRIES) : OTHER_INDUSTRIES.get(kind),
            country[0]));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String ascii(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  private static Stream<String> lines(String file) {
    try (InputStream in = SampleLeads.class.getResourceAsStream("/demo/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
