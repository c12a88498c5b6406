package dev.baton.stage;

import dev.baton.lead.LeadBatch;
import dev.baton.lead.LeadIdentified;
import dev.baton.lead.LeadReads;
import dev.baton.lead.LeadsIdentified;
import dev.baton.lead.LeadsRemoved;
import dev.baton.lead.VisitorJoined;
import dev.baton.sql.TransactionRows;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stages of every lead; the only way from one to another. */
@Component
public class Stages {
  /** Who is recorded when no person moved the lead. */
  public static final String RULE = "rule";

  private static final Set<Stage> BEFORE_MQL = EnumSet.of(Stage.VISITOR, Stage.LEAD);

  private final StageEntries entries;
  private final ApplicationEventPublisher facts;
  private final LeadReads<List<StageEpisode>> inBatch;

  /** Those that the transaction has begun: nobody else ends them before it does. */
  private final TransactionRows<StageEpisode> begun = new TransactionRows<>(StageEpisode.class);

  Stages(StageEntries entries, ApplicationEventPublisher facts) {
    this.entries = entries;
    this.facts = facts;
    this.inBatch = LeadReads.ofEarlier(batch -> entries.ofLeads(batch.leadIds()));
  }

  /** The episode a lead is in. */
  public Optional<StageEpisode> current(String leadId) {
    return begun.kept(leadId).or(() -> Optional.ofNullable(current(List.of(leadId)).get(leadId)));
  }

  /** The episodes that leads are in, by lead id. */
  public Map<String, StageEpisode> current(Collection<String> leadIds) {
    return entries.current(leadIds);
  }

  /** All episodes of a lead, oldest first. */
  public List<StageEpisode> episodes(String leadId) {
    return entries.ofLead(leadId);
  }

  /** Whether a lead of a batch has ever been an MQL. */
  public boolean wasMql(LeadBatch batch, String leadId) {
    return episodes(batch, leadId).stream()
        .anyMatch(episode -> !BEFORE_MQL.contains(episode.stage()));
  }

  /** As {@link #current(String)}, for a lead of a batch. */
  public Optional<StageEpisode> current(LeadBatch batch, String leadId) {
    return episodes(batch, leadId).stream().filter(episode -> episode.leftAt() == null).findFirst();
  }

  /** As {@link #episodes(String)}, for a lead of a batch. */
  public List<StageEpisode> episodes(LeadBatch batch, String leadId) {
    return inBatch
        .of(batch, leadId)
        .orElseGet(() -> begun.kept(leadId).map(List::of).orElse(List.of()));
  }

  /** As {@link #enter(String, Stage, Instant, String)}, for a lead of a batch. */
  StageMove enter(LeadBatch batch, String leadId, Stage stage, Instant at, String by) {
    StageEpisode next = new StageEpisode(leadId, stage, at, null, by, null, null);
    List<StageEpisode> before = episodes(batch, leadId);
    StageEpisode now = current(batch, leadId).orElseThrow();
    StageMove move = enter(now, next);
    if (move instanceof StageMove.Entered) {
      Stream<StageEpisode> past = before.stream().map(e -> e.equals(now) ? e.left(at) : e);
      inBatch.know(batch, leadId, Stream.concat(past, Stream.of(next)).toList());
    } else {
      forget(batch, leadId);
    }
    return move;
  }

  /** The lead may have moved since its episodes were read. */
  public void forget(LeadBatch batch, String leadId) {
    inBatch.forget(batch, leadId);
  }

  /** Moves a lead by an answer or a rule. */
  public StageMove enter(String leadId, Stage stage, Instant at, String by) {
    return enter(new StageEpisode(leadId, stage, at, null, by, null, null));
  }

  /**
   * Sends a lead back after a no.
   *
   * @param coolingUntil until then only a hand-raise makes it an MQL again, or null
   */
  public StageMove leave(
      String leadId,
      Stage to,
      Instant at,
      String by,
      String reason,
      @Nullable Instant coolingUntil) {
    return enter(new StageEpisode(leadId, to, at, null, by, reason, coolingUntil));
  }

  /**
   * The cooling-off after a rejection is over now: from here on the line counts again (rule R8).
   */
  public void endRest(String leadId, Instant at) {
    entries.endCoolingOff(leadId, at);
    begun.forget(leadId);
  }

  /**
   * Two leads are one: the past of both is its past, and it is where one of them was.
   *
   * @param stays the lead whose current episode goes on
   */
  public void merge(String from, String into, String stays, Instant at, String by) {
    StageEpisode goesOn = current(stays).orElseThrow();
    boolean moves = stays.equals(from);
    entries.close(current(from).orElseThrow(), at);
    if (moves) {
      entries.close(current(into).orElseThrow(), at);
    }
    entries.move(from, into);
    begun.forgetAll();
    if (moves) {
      entries.insert(
          new StageEpisode(
              into, goesOn.stage(), at, null, by, goesOn.reason(), goesOn.coolingUntil()));
    }
  }

  private StageMove enter(StageEpisode next) {
    return enter(current(next.leadId()).orElseThrow(), next);
  }

  private StageMove enter(StageEpisode now, StageEpisode next) {
    if (!now.stage().mayBecome(next.stage())) {
      return new StageMove.Refused(
          "A lead in stage %s can't become %s".formatted(now.stage(), next.stage()));
    }
    if (entries.close(now, next.enteredAt()) == 0) {
      return new StageMove.Refused("The lead has left stage %s meanwhile".formatted(now.stage()));
    }
    entries.insert(next);
    begun.keep(next.leadId(), next);
    facts.publishEvent(
        new StageEntered(
            next.leadId(),
            next.stage(),
            next.enteredAt(),
            next.by(),
            next.reason(),
            next.coolingUntil()));
    return new StageMove.Entered(next);
  }

  /** A new visitor or lead begins; a visitor that shares a contact detail becomes a lead. */
  @EventListener
  void on(LeadsIdentified fact) {
    List<StageEpisode> first =
        fact.leads().stream().filter(LeadIdentified::isNew).map(Stages::first).toList();
    entries.insert(first);
    first.forEach(episode -> begun.keep(episode.leadId(), episode));
    first.forEach(
        episode ->
            facts.publishEvent(
                new StageEntered(episode.leadId(), episode.stage(), episode.enteredAt(), RULE)));
    fact.leads().stream().filter(lead -> !lead.isNew()).map(Stages::first).forEach(this::enter);
  }

  private static StageEpisode first(LeadIdentified identified) {
    Stage stage = identified.identified() ? Stage.LEAD : Stage.VISITOR;
    return new StageEpisode(identified.leadId(), stage, identified.at(), null, RULE, null, null);
  }

  @EventListener
  void on(LeadsRemoved removed) {
    entries.remove(removed.leadIds());
    begun.forgetAll();
  }

  @EventListener
  void on(VisitorJoined joined) {
    entries.close(current(joined.visitorLeadId()).orElseThrow(), joined.at());
    begun.forget(joined.visitorLeadId());
  }
}
