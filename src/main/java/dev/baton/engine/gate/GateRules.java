package dev.baton.engine.gate;

import dev.baton.engine.names.KnownStaff;
import dev.baton.engine.names.StepBeans;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules that each kind of model is looked at by when it is deployed. */
public final class GateRules {
  private GateRules() {}

  /**
   * Those of this application.
   *
   * @param ofDiagrams what else a process keeps to
   * @param ofTables what else a decision keeps to, looked at last
   */
  public static Map<ModelKind, List<ModelRule>> of(
      StepBeans beans,
      ShippedModels models,
      Supplier<Set<String>> calendars,
      Supplier<List<KnownStaff>> staff,
      List<ModelRule> ofDiagrams,
      List<ModelRule> ofTables) {
    return Map.of(
        ModelKind.PROCESS,
        Stream.concat(
                Stream.of(
                    new PlatformRule(),
                    new ProcessRule(),
                    new CodeRule(),
                    new StepRule(beans),
                    new TimerRule(),
                    new ReferenceRule()),
                ofDiagrams.stream())
            .toList(),
        ModelKind.DECISION,
        Stream.concat(
                Stream.of(
                    new PlatformRule(),
                    new FeelRule(models),
                    new TableRule(models),
                    new PolicyRule(calendars),
                    new PromisedClockRule(models),
                    new TaxonomyRule(models),
                    new MessageTextRule(models),
                    new NamedStaffRule(models, staff)),
                ofTables.stream())
            .toList(),
        ModelKind.FORM,
        List.of());
  }
}
