package dev.baton.agent.proposal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.agent.model.PolishedText;
import java.util.List;

/**
 * What is proposed and what it rests on.
 *
 * @param reasons sentences
 * @param sources what was looked at, each with its address where it has one
 */
public record ProposalText(
    @JsonUnwrapped PolishedText text, List<String> reasons, List<String> sources) {}
