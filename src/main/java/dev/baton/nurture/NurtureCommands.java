package dev.baton.nurture;

import dev.baton.input.FieldReader;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Command of marketing that puts many leads into nurture, whatever the entry table says. */
@Component
public class NurtureCommands {
  static final int MOST = 200;
  static final int LONGEST_REASON = 1000;

  private final Nurtures nurtures;
  private final NurtureProcess process;
  private final NurtureRequests requests;
  private final LeadEmailPermission permission;
  private final Stages stages;
  private final Leads leads;
  private final LeadRecordMerge merge;
  private final TransactionTemplate transactions;

  NurtureCommands(
      Nurtures nurtures,
      NurtureProcess process,
      NurtureRequests requests,
      LeadEmailPermission permission,
      Stages stages,
      Leads leads,
      LeadRecordMerge merge,
      PlatformTransactionManager transactions) {
    this.nurtures = nurtures;
    this.process = process;
    this.requests = requests;
    this.permission = permission;
    this.stages = stages;
    this.leads = leads;
    this.merge = merge;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** What became of many: those whose nurture begins, and those that stay where they are. */
  public record Begun(List<String> begun, List<Kept> kept) {}

  /** One that isn't put into nurture, and why, as what is said of the lead. */
  public record Kept(String lead, String why) {}

  /**
   * Puts each lead into nurture on its own, so that one that can't be keeps no other back.
   *
   * @param fields {@code leads}: at most {@value #MOST} ids; {@code reason}: why, for whoever reads
   *     it later
   */
  Begun begin(Map<String, Object> fields, String by, Instant now) {
    FieldReader given = FieldReader.ofJson(fields);
    List<String> ids = given.words("leads", 64);
    String reason =
        given.requiredText("reason", "say why, for whoever reads it later", LONGEST_REASON);
    if (!given.isWrong("leads") && (ids == null || ids.isEmpty() || ids.size() > MOST)) {
      given.wrong("leads", "a list of 1 to %d ids".formatted(MOST));
    }
    given.check();
    List<String> begun = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (String id : new LinkedHashSet<>(Objects.requireNonNull(ids))) {
      Optional<String> why;
      try {
        why = transactions.execute(status -> beginOne(id, Objects.requireNonNull(reason), by, now));
      } catch (ConcurrencyFailureException e) {
        why = Optional.of("has just been changed by somebody else");
      }
      Objects.requireNonNull(why)
          .ifPresentOrElse(text -> kept.add(new Kept(id, text)), () -> begun.add(id));
    }
    return new Begun(begun, kept);
  }

  /** Empty when it begins, else why it doesn't. */
  private Optional<String> beginOne(String asked, String reason, String by, Instant now) {
    Optional<String> found = merge.survivor(asked).filter(one -> stages.current(one).isPresent());
    if (found.isEmpty()) {
      return Optional.of("is no lead that we know");
    }
    String id = found.get();
    // locked: a signal that makes it an MQL meanwhile waits, or has done so before
    Lead lead = leads.lock(id);
    StageEpisode episode = stages.current(id).orElseThrow();
    Optional<String> why =
        elsewhere(episode.stage(), id)
            .or(
                () ->
                    lead.email() == null ? Optional.of("has no e-mail address") : Optional.empty())
            .or(
                () ->
                    permission.whyNever(
                        lead, Profile.of(leads.profileLog(id), now), permission.heard(id, now)));
    if (why.isPresent()) {
      return why;
    }
    Nurture nurture = Nurture.of(episode, now);
    if (nurtures.lockOpen(id).isPresent() || !nurtures.begin(nurture)) {
      return Optional.of("is in nurture already");
    }
    process.start(nurture);
    requests.add(id, new NurtureRequests.NurtureRequest(nurture.id(), by, reason, now));
    return Optional.empty();
  }

  private Optional<String> elsewhere(Stage stage, String id) {
    if (permission.isWorkedBySales(id)) {
      return Optional.of("is open for sales: whoever owns it decides what comes next");
    }
    return switch (stage) {
      case VISITOR, LEAD, RECYCLED -> Optional.empty();
      case CUSTOMER -> Optional.of("is a customer already");
      case DISQUALIFIED -> Optional.of("is disqualified; a manager reopens it first");
      case MQL, SAL, SQL, OPPORTUNITY ->
          Optional.of("is open for sales: whoever owns it decides what comes next");
    };
  }
}
