package dev.baton.change.definition;

import dev.baton.engine.deploy.ModelsInForce;
import dev.baton.engine.deploy.PastModels;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Since when the models of a hash are in force, for those who read figures cut by it. */
@Component
public class DefinitionTimes {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final PastModels models;

  DefinitionTimes(PastModels models) {
    this.models = models;
  }

  /** The last time they came into force; nothing where they are deployed no more. */
  public Optional<String> words(String hash, ZoneId zone) {
    List<ModelsInForce> times = models.all();
    return times.stream()
        .filter(time -> time.hash().equals(hash))
        .reduce((earlier, later) -> later)
        .map(
            time ->
                time.equals(times.get(0))
                    ? "From the beginning"
                    : "From " + DATE.format(time.since().atZone(zone)));
  }
}
