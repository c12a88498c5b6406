package dev.baton.input;

import java.util.List;

/** Answer forms of one room, for whoever checks or describes all of them. */
@FunctionalInterface
public interface AnswerForms {

  List<AnswerForm> all();
}
