/**
 * What do the facts foretell? Attribution, accounts, forecast and a scorecard, each with its n, and
 * nothing where there is too little to go by. It reads, and what is learned becomes a proposal.
 *
 * <p>Uses: input, sql and the rooms whose facts it reads; people; change, which takes its
 * proposals.
 */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "change :: backtest-rate",
      "connect :: company",
      "connect :: table",
      "engine",
      "engine :: *",
      "input",
      "insight",
      "insight :: *",
      "lead",
      "people",
      "score",
      "signal",
      "sql",
      "stage"
    })
@NullMarked
package dev.baton.know;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
