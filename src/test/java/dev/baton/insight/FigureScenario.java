package dev.baton.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.Definitions.Replaced;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.deadline.DeadlineStart;
import dev.baton.handoff.deadline.DeadlineVerdict;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffDimensions;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.HandoffOrigin;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.insight.funnel.DefinitionChanges;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelEntries;
import dev.baton.insight.funnel.FunnelFacts;
import dev.baton.insight.funnel.FunnelFigures;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.LeadEntries;
import dev.baton.insight.funnel.RecentLeads;
import dev.baton.insight.funnel.benchmark.Benchmark;
import dev.baton.insight.funnel.lift.SignalLift;
import dev.baton.insight.rejection.ReasonKinds;
import dev.baton.insight.rollup.ChangeLog;
import dev.baton.insight.rollup.ConsistentRead;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.EntryQuery;
import dev.baton.insight.rollup.RecentDays;
import dev.baton.insight.rollup.RollUpQuery;
import dev.baton.insight.rollup.RollUpSettings;
import dev.baton.insight.rollup.WholeDayCounts;
import dev.baton.insight.rollup.job.RollUpChanges;
import dev.baton.insight.rollup.job.RollUpJob;
import dev.baton.insight.rollup.job.RollUps;
import dev.baton.insight.sla.ClockPartSource;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.RunningClocks;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaEntries;
import dev.baton.insight.sla.SlaFacts;
import dev.baton.insight.sla.SlaFigures;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentified;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsIdentified;
import dev.baton.lead.ProfileValues;
import dev.baton.people.People;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import dev.baton.signal.SignalRecorded;
import dev.baton.signal.SignalTypes;
import dev.baton.sla.ElapsedTime;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Tells facts as their rooms would, and asks for the figures as a person would. */
final class FigureScenario implements AutoCloseable {
  static final Authentication MONA = new TestingAuthenticationToken("mona", "", "managers");
  static final Authentication RITA = new TestingAuthenticationToken("rita", "", "sales");

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final JdbcClient db;
  private final List<Replaced> replaced = new ArrayList<>();

  FigureScenario(Database database, Instant now, ZoneId zone) {
    this(emptied(database), now, zone, RollUpQuery.EXACT);
  }

  /**
   * Goes on with what is there.
   *
   * @param exact up to how many durations percentiles are exact
   */
  FigureScenario(DataSource source, Instant now, ZoneId zone, int exact) {
    db = JdbcClient.create(source);
    context.registerBean(RollUpSettings.class, () -> new RollUpSettings(20_000, exact));
    context.registerBean(JdbcClient.class, () -> db);
    context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
    context.registerBean(
        RecentDays.class, () -> new RecentDays(context.getBean(Clock.class), zone));
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
    context.registerBean(
        DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(source));
    context.registerBean(ObjectMapper.class);
    context.registerBean(
        DefinitionChanges.class,
        () -> new DefinitionChanges((from, to) -> replaced, deployments -> Map.of()));
    context.registerBean(SignalTypes.class, () -> new SignalTypes(FileDecisions.shipped()));
    context.registerBean(ClockPartSource.class, () -> FigureScenario::partition);
    context.registerBean(
        SlaEntries.class,
        () ->
            new SlaEntries(db, context.getBean(ChangeLog.class), FigureScenario::partition, zone));
    context.registerBean(
        InsightController.class,
        () -> new InsightController(context.getBean(FigureQueries.class), zone));
    context.registerBeanDefinition(
        "visitors", new RootBeanDefinition(Leads.class.getPackageName() + ".Visitors"));
    context.register(
        Leads.class,
        ProfileValues.class,
        ChangeLog.class,
        EntryQuery.class,
        LeadEntries.class,
        FunnelEntries.class,
        FunnelFacts.class,
        FunnelFigures.class,
        RecentLeads.class,
        SlaFacts.class,
        SlaFigures.class,
        RunningClocks.class,
        RollUps.class,
        WholeDayCounts.class,
        RollUpChanges.class,
        RollUpQuery.class,
        RollUpJob.class,
        ConsistentRead.class,
        Benchmark.class,
        ReasonKinds.class,
        FigureQueries.class,
        People.class,
        DrillDown.class,
        FunnelDrillDown.class,
        SlaDrillDown.class,
        Trends.class,
        ResponseTimes.class,
        StalledLeads.class,
        SignalLift.class);
    context.refresh();
  }

  FigureScenario(Database database, String now) {
    this(database, at(now), ZoneOffset.UTC);
  }

  private static DataSource emptied(Database database) {
    JdbcClient db = JdbcClient.create(database.source());
    for (String table :
        List.of(
            "funnel_entry",
            "sla_entry",
            "funnel_change",
            "sla_change",
            "roll_up",
            "stalled_lead",
            "signal",
            "profile_value",
            "handoff",
            "lead")) {
      db.sql("delete from " + table).update();
    }
    return database.source();
  }

  /** Everybody works round the clock and pauses nothing. */
  private static ElapsedTime partition(Deadline deadline) {
    return ElapsedTime.of(
        deadline.start().startedAt(),
        deadline.start().recordedAt(),
        deadline.start().ownedAt(),
        deadline.stoppedAt(),
        List.of(),
        null);
  }

  /** Folds what was told so far into the roll-up. */
  void fold() {
    context.getBean(RollUpJob.class).fold();
  }

  static Instant at(String instant) {
    return Instant.parse(instant);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient db() {
    return db;
  }

  FiguresFromEntries facts() {
    return new FiguresFromEntries(db);
  }

  FigureQueries figures() {
    return context.getBean(FigureQueries.class);
  }

  FunnelFigures funnelFigures() {
    return context.getBean(FunnelFigures.class);
  }

  SlaFigures slaFigures() {
    return context.getBean(SlaFigures.class);
  }

  InsightController controller() {
    return context.getBean(InsightController.class);
  }

  void tell(Object fact) {
    context.publishEvent(fact);
  }

  void lead(String id, String source, String campaign, String at) {
    db.sql(
            """
            insert into lead (id, identified, source, campaign, created_at)
            values (:id, true, :source, :campaign, :at)
            """)
        .param("id", id)
        .param("source", source)
        .param("campaign", campaign)
        .param("at", Sql.timestamp(at(at)))
        .update();
    tell(identified(id, source, campaign, at));
  }

  static LeadsIdentified identified(String id, String source, String campaign, String at) {
    Lead lead = new Lead(id, null, null, true, null, source, campaign, null, at(at));
    return new LeadsIdentified(List.of(new LeadIdentified(lead, true, at(at))));
  }

  /** The lead's row after a signal named it, as the lead room leaves it. */
  void named(String lead, String source) {
    db.sql("update lead set source = coalesce(source, :source) where id = :id")
        .param("source", source)
        .param("id", lead)
        .update();
  }

  void signal(String lead, String source, String campaign, String at) {
    tell(
        new SignalRecorded(
            new Signal(
                lead + at,
                lead,
                "page_view",
                at(at),
                at(at),
                at(at),
                new SignalOrigin(null, source, campaign),
                Map.of())));
  }

  Handoff mql(String id, String source, String at) {
    return mql(id, source, null, null, null, at);
  }

  Handoff mql(String id, String source, String campaign, String segment, String band, String at) {
    tell(
        new HandoffOpened(
            id,
            "lead-" + id,
            1,
            new HandoffOrigin("inbound", false, source, campaign),
            new HandoffDimensions(segment, null, band, "two-axis v1", band, at(at), null)));
    return new Handoff(id, at(at));
  }

  /** One handoff, told on from its MQL instant. */
  final class Handoff {
    private final String id;
    private final Instant mqlAt;
    private String owner;

    private Handoff(String id, Instant mqlAt) {
      this.id = id;
      this.mqlAt = mqlAt;
    }

    Handoff ownedBy(String owner) {
      this.owner = owner;
      tell(new OwnerAssigned(id, "lead-" + id, owner, "default", false, "rule", mqlAt));
      return this;
    }

    Handoff reached(Stage stage, double hoursAfterMql) {
      tell(new HandoffAdvanced(id, "lead-" + id, stage, owner, owner, after(hoursAfterMql)));
      return this;
    }

    Handoff ruled(Stage stage) {
      tell(new HandoffAdvanced(id, "lead-" + id, stage, owner, "rule", mqlAt));
      return this;
    }

    Handoff deal(String amount, String currency) {
      tell(new DealRecorded(id, "lead-" + id, new BigDecimal(amount), currency, mqlAt));
      return this;
    }

    Handoff closed(String result, String stage, String reason, double hoursAfterMql) {
      Instant at = after(hoursAfterMql);
      tell(new HandoffClosed(id, "lead-" + id, result, stage, reason, owner, owner, at));
      return this;
    }

    private Instant after(double hours) {
      return mqlAt.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    }
  }

  Watch watch(long id, String handoff, String clock, String owner, String startedAt, String dueAt) {
    return new Watch(
        new Deadline(
            id,
            handoff,
            clock,
            1,
            owner,
            new DeadlineStart(at(startedAt), at(startedAt), at(startedAt)),
            new SlaTargets(null, at(dueAt), null, at(startedAt), false),
            new DeadlineVerdict(null, null, null, null, null)));
  }

  /** One deadline; each word states it anew, whole. */
  final class Watch {
    private Deadline deadline;

    private Watch(Deadline deadline) {
      state(deadline);
    }

    Instant due() {
      return deadline.dueAt();
    }

    Watch warned(String at) {
      return state(with(at(at), deadline.dueAt(), null, null, null, null));
    }

    Watch met(String at) {
      return state(with(deadline.targets().warnAt(), deadline.dueAt(), at(at), null, null, null));
    }

    Watch missed() {
      Instant due = deadline.dueAt();
      return state(with(deadline.targets().warnAt(), due, null, due, null, null));
    }

    Watch answeredLate(String at) {
      Instant due = deadline.dueAt();
      return state(with(deadline.targets().warnAt(), due, null, due, at(at), null));
    }

    Watch voided(String at) {
      return state(with(deadline.targets().warnAt(), deadline.dueAt(), null, null, null, at(at)));
    }

    Watch pulledTo(String due) {
      return state(with(deadline.targets().warnAt(), at(due), null, null, null, null));
    }

    private Deadline with(
        Instant warn, Instant due, Instant met, Instant missed, Instant ended, Instant voided) {
      return new Deadline(
          deadline.id(),
          deadline.handoffId(),
          deadline.clock(),
          deadline.round(),
          deadline.owner(),
          deadline.start(),
          new SlaTargets(
              warn, due, null, deadline.targets().countedFrom(), deadline.targets().handRaise()),
          new DeadlineVerdict(met, missed, ended, voided, null));
    }

    private Watch state(Deadline changed) {
      deadline = changed;
      tell(new DeadlineChanged(changed, "lead-" + changed.handoffId(), "default"));
      return this;
    }
  }

  FunnelReport funnel(String from, String to, String by, String basis) {
    return controller().funnel(from, to, by, basis, MONA);
  }

  FunnelReport funnel(String by) {
    return funnel(null, null, by, null);
  }

  SlaReport sla(String by) {
    return controller().sla(null, null, by, MONA);
  }

  @Override
  public void close() {
    context.close();
  }
}
