package dev.baton.connect.audience;

import dev.baton.connect.audience.AudienceMembers.Counts;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.conversion.HashedAddress;
import dev.baton.input.Conflict;
import dev.baton.stage.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Audiences as people see them. */
@Component
public class AudienceQueries {
  /** Of whom an audience can be: visitors have no address. */
  public static final List<String> STAGES =
      Arrays.stream(Stage.values())
          .filter(stage -> stage != Stage.VISITOR)
          .map(Enum::name)
          .toList();

  private static final int PAGE = 1000;

  private final Audiences audiences;
  private final AudienceMembers members;
  private final AudienceCandidates candidates;
  private final ConnectSettings settings;

  AudienceQueries(
      Audiences audiences,
      AudienceMembers members,
      AudienceCandidates candidates,
      ConnectSettings settings) {
    this.audiences = audiences;
    this.members = members;
    this.candidates = candidates;
    this.settings = settings;
  }

  /** A member of an audience as a line of a file. */
  public record AudienceLine(String emailSha256) {}

  public List<AudienceView> all() {
    return audiences.all().stream().map(this::view).toList();
  }

  /** How many leads an audience has at least before anybody is told of it. */
  public int smallest() {
    return settings.smallestAudience();
  }

  AudienceView view(Audience audience) {
    Counts counts = members.counts(audience.name());
    return new AudienceView(
        audience.name(),
        audience.connection(),
        audience.list(),
        audience.stages(),
        audience.segments(),
        state(audience, counts),
        counts.members(),
        counts.waiting() + counts.leaving(),
        new AudienceView.Change(
            audience.changedBy(),
            audience.changedAt(),
            audience.failure() == null ? null : audience.failure().text()));
  }

  private String state(Audience audience, Counts counts) {
    if (audience.connection() == null) {
      return "file";
    }
    if (audience.failure() != null) {
      return "failed";
    }
    if (audience.isEnding()) {
      return "ending";
    }
    return counts.size() < smallest() ? "small" : "told";
  }

  /** All who belong into it now. */
  List<AudienceLine> lines(Audience audience) {
    List<AudienceLine> lines = new ArrayList<>();
    String after = "";
    List<String> ids;
    do {
      ids = candidates.page(audience, after, PAGE);
      candidates
          .of(audience, ids)
          .values()
          .forEach(email -> lines.add(new AudienceLine(HashedAddress.of(email))));
      after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
    } while (ids.size() == PAGE);
    if (lines.size() < smallest()) {
      throw new Conflict(
          "It has %d leads; one of fewer than %d would show who is in it"
              .formatted(lines.size(), smallest()));
    }
    return lines;
  }
}
