package dev.baton.nurture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** On which clock a lead lives, as far as its country tells; else on the clock of the house. */
@Component
class CountryZones {
  private final Map<String, ZoneId> zones;
  private final ZoneId house;

  CountryZones(ZoneId house) {
    this.house = house;
    this.zones = read();
  }

  private static Map<String, ZoneId> read() {
    try {
      return new ClassPathResource("country-zones.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(pair -> pair[0], pair -> ZoneId.of(pair[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ZoneId of(String country) {
    return country == null
        ? house
        : zones.getOrDefault(country.strip().toUpperCase(Locale.ROOT), house);
  }
}
