package dev.baton.score;

import dev.baton.engine.Decisions;
import dev.baton.engine.FileDecisions;
import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads for tests: a profile and what was done how many days before {@link #NOW}. */
public final class TestLeads {
  public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  public static final Map<String, String> IDEAL =
      Map.of("companySize", "200", "industry", "SaaS", "jobTitle", "VP Sales");

  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestLeads() {}

  /** Scoring with the tables that ship. */
  public static Scoring scoring(String profile) {
    return scoring(profile, FileDecisions.shipped());
  }

  public static Scoring scoring(String profile, Decisions tables) {
    return new Scoring(tables, new ScoringSettings(profile));
  }

  public static ScoreFacts facts(Map<String, String> profile, Signal... signals) {
    return new ScoreFacts(new Profile(profile), List.of(signals));
  }

  /** An act some days ago, on a page of its own, so that no two acts are a burst. */
  public static Signal did(String type, double daysAgo) {
    return did(type, daysAgo, Map.of());
  }

  public static Signal downloaded(String asset, double daysAgo) {
    return did("content_downloaded", daysAgo, Map.of("asset", asset));
  }

  public static Signal did(String type, double daysAgo, Map<String, Object> properties) {
    int number = NEXT.incrementAndGet();
    Instant at = NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)));
    Map<String, Object> own = new HashMap<>(properties);
    own.putIfAbsent("page", "/" + number);
    return new Signal("s" + number, "lead", type, at, at, at, SignalOrigin.UNKNOWN, own);
  }
}
