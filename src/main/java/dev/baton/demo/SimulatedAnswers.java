package dev.baton.demo;

import dev.baton.demo.sample.SampleAnswers;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.record.HandoffState;
import java.util.Map;

/** Simulated answers of a rep to what a handoff asks, one after the other. */
final class SimulatedAnswers {
  private final ClockSchedule time;
  private final HandoffCommands commands;
  private final SampleAnswers sampleAnswers;

  SimulatedAnswers(ClockSchedule time, HandoffCommands commands, SampleAnswers sampleAnswers) {
    this.time = time;
    this.commands = commands;
    this.sampleAnswers = sampleAnswers;
  }

  void accept(String id, int given, String by) {
    switch (given) {
      case 0 -> commands.answer(id, HandoffState.REVIEW, Map.of("decision", "accept"), by);
      case 1 -> commands.answer(id, HandoffState.QUALIFICATION, sampleAnswers.qualified(), by);
      case 2 -> touch(id, by);
      case 3 -> commands.answer(id, HandoffState.OPPORTUNITY, sampleAnswers.deal(time.now()), by);
      default -> commands.outcome(id, Map.of("outcome", "won"), by);
    }
  }

  void reject(String id, int given, String reason, String by) {
    switch (given) {
      case 0 -> commands.answer(id, HandoffState.REVIEW, sampleAnswers.rejected(reason), by);
      case 1 ->
          commands.answer(id, HandoffState.QUALIFICATION, sampleAnswers.disqualified(reason), by);
      default -> commands.outcome(id, sampleAnswers.lost(reason), by);
    }
  }

  void touch(String id, String by) {
    commands.touch(id, sampleAnswers.touch(time.now()), by);
  }
}
