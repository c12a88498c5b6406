package dev.baton.connect.enrichment;

import dev.baton.connect.enrichment.Enrichments.Result;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.LeadEnrichment;
import dev.baton.handoff.record.Handoff;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileUpdate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Enrichment of leads by the domain of their company. The call is made beside the process, whose
 * first step waits for it 3 s at most; no transaction is open meanwhile.
 */
@Component
class CompanyEnrichment implements LeadEnrichment, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(CompanyEnrichment.class);
  private static final String SOURCE = "enrichment";
  private static final int THREADS = 4;

  /** Who finds it full goes on without. */
  private static final int WAITING = 200;

  private final EnrichmentCalls calls;
  private final Enrichments enrichments;
  private final Leads leads;
  private final Accounts accounts;
  private final HandoffProcess process;
  private final Clock clock;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          new ThreadPoolExecutor.DiscardPolicy());

  CompanyEnrichment(
      EnrichmentCalls calls,
      Enrichments enrichments,
      Leads leads,
      Accounts accounts,
      HandoffProcess process,
      Clock clock) {
    this.calls = calls;
    this.enrichments = enrichments;
    this.leads = leads;
    this.accounts = accounts;
    this.process = process;
    this.clock = clock;
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public Optional<Instant> ask(Handoff handoff, Profile known) {
    if (!calls.areOn()) {
      return Optional.empty();
    }
    Optional<String> domain = domain(handoff.leadId(), known);
    if (domain.isEmpty() || calls.known(domain.orElseThrow()).isPresent()) {
      return Optional.empty();
    }
    Instant until = clock.instant().plus(EnrichmentClient.LONGEST);
    EnrichmentCall call = new EnrichmentCall(handoff.id(), handoff.leadId(), domain.orElseThrow());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            threads.execute(() -> make(call, until));
          }
        });
    return Optional.of(until);
  }

  private Optional<String> domain(String leadId, Profile known) {
    return accounts.companyDomain(
        known.get("domain").orElse(null), leads.find(leadId).map(Lead::email).orElse(null));
  }

  private void make(EnrichmentCall call, Instant until) {
    if (clock.instant().isAfter(until)) {
      return;
    }
    try {
      calls.make(call);
      process.startNow(call.handoffId());
    } catch (RuntimeException e) {
      // its first step runs by itself when its time has come
      LOG.debug("Handoff {} goes on without enrichment", call.handoffId(), e);
    }
  }

  @Override
  public Map<String, String> learn(String handoffId, String leadId) {
    if (!calls.areOn() || enrichments.isNoted(handoffId)) {
      return Map.of();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Profile known = Profile.of(leads.profileLog(leadId), now);
    return domain(leadId, known)
        .map(domain -> learn(new EnrichmentCall(handoffId, leadId, domain), known, now))
        .orElse(Map.of());
  }

  private Map<String, String> learn(EnrichmentCall call, Profile known, Instant now) {
    Optional<Map<String, String>> answer = calls.known(call.domain());
    if (answer.isEmpty()) {
      enrichments.note(call, Result.LATE, "no answer within 3 s", now);
      return Map.of();
    }
    // what a person or a signal said stands, whenever it was
    Map<String, String> news = new TreeMap<>(answer.orElseThrow());
    news.keySet().removeIf(field -> known.get(field).isPresent());
    if (news.isEmpty()) {
      enrichments.note(call, Result.NOTHING, "nothing that wasn't known", now);
      return Map.of();
    }
    leads.learn(
        LeadBatch.of(call.leadId(), now),
        List.of(new ProfileUpdate(call.leadId(), SOURCE, news, now, now)));
    enrichments.note(call, Result.LEARNED, String.join(", ", news.keySet()), now);
    return news;
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
