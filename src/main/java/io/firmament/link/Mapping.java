package io.firmament.link;

/**
 * That an entity of ours may be a thing of another data set.
 *
 * @param subject the IRI of ours
 * @param subjectLabel its label
 * @param object the IRI of theirs
 * @param objectLabel its first name
 * @param confidence how well their names fit, from 0 to 1
 * @param match our name that fits
 * @param comment why, in words
 */
record Mapping(
        String subject, String subjectLabel, String object, String objectLabel, double confidence, String match, String comment) {}
