package dev.baton.know.diagnosis;

import java.util.List;

/** What is to be said of how one rep answers. */
public record RepDiagnosis(String rep, List<DiagnosisCheck> checks) {}
