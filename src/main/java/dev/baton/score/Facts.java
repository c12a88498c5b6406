package dev.baton.score;

import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import java.util.List;

/** What a score is computed from: the profile and the signals known at an instant. */
public record Facts(Profile profile, List<Signal> signals) {}
