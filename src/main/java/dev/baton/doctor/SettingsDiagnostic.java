package dev.baton.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Diagnostic of the settings: names that nobody reads, the zone, and where links lead. */
final class SettingsDiagnostic {
  private static final String OURS = "baton.";
  private static final String SHIPPED = "class path resource";

  private SettingsDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment settings) {
    List<Finding> findings = new ArrayList<>();
    Set<String> unknown = unknown(settings);
    unknown.forEach(
        name ->
            findings.add(
                Finding.wrong(
                    "settings",
                    "Nobody reads %s.".formatted(name),
                    "Correct its name, or take it out: docs/operations.md lists the settings.")));
    if (unknown.isEmpty()) {
      findings.add(Finding.ok("settings", "Every setting that is given is read."));
    }
    findings.add(zone(settings.getProperty("baton.zone", "UTC")));
    findings.add(address(settings.getProperty("baton.public-url", "")));
    return findings;
  }

  private static Finding zone(String zone) {
    try {
      return Finding.ok("zone", "Days of reports begin in %s.".formatted(ZoneId.of(zone)));
    } catch (DateTimeException e) {
      return Finding.wrong(
          "zone",
          "There is no zone %s.".formatted(zone),
          "Set baton.zone to one such as Europe/Berlin.");
    }
  }

  private static Finding address(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() == null) {
        return Finding.wrong(
            "address",
            "%s is no address.".formatted(address),
            "Set baton.public-url to where people reach Baton, such as https://baton.example.");
      }
      boolean open = "https".equals(uri.getScheme());
      return open
          ? Finding.ok("address", "Links in messages lead to %s.".formatted(address))
          : Finding.note(
              "address",
              "Links in messages lead to %s.".formatted(address),
              "Outside of a trial set baton.public-url to an address with https.");
    } catch (IllegalArgumentException e) {
      return Finding.wrong(
          "address", "%s is no address.".formatted(address), "Correct baton.public-url.");
    }
  }

  /** Given by somebody, and in no record of settings. */
  private static Set<String> unknown(ConfigurableEnvironment settings) {
    Known known = Known.read();
    Set<String> unknown = new TreeSet<>();
    settings.getPropertySources().stream()
        .filter(source -> !source.getName().startsWith("system"))
        .filter(source -> !source.getName().contains(SHIPPED))
        .filter(EnumerablePropertySource.class::isInstance)
        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
        .filter(name -> name.startsWith(OURS))
        .filter(name -> !known.has(name))
        .forEach(unknown::add);
    return unknown;
  }

  /**
   * What the records of settings read, as the build describes it to editors.
   *
   * @param maps names below which any name may stand
   */
  private record Known(Set<String> names, Set<String> maps) {
    /** Earlier names that count until the next release. */
    private static final String EARLIER = "baton.keep.";

    static Known read() {
      Set<String> names = new TreeSet<>();
      Set<String> maps = new TreeSet<>();
      try {
        ObjectMapper json = new ObjectMapper();
        for (Resource described :
            new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
          for (JsonNode property : json.readTree(described.getInputStream()).at("/properties")) {
            String name = property.at("/name").asText();
            if (name.startsWith(OURS)) {
              boolean isMap = property.at("/type").asText().startsWith("java.util.Map");
              (isMap ? maps : names).add(plain(name));
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Known(names, maps);
    }

    boolean has(String name) {
      String plain = plain(name);
      return names.contains(plain)
          || name.startsWith(EARLIER)
          || maps.stream().anyMatch(map -> plain.startsWith(map + ".") || plain.equals(map));
    }

    private static String plain(String name) {
      return name.replaceAll("\\[[^]]*]", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
  }
}
