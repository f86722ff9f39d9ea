/* SPDX-License-Identifier: MIT */
/* The instruments of the library. Printed by tools/instruments.py from lib/progress/instruments; do not
 * edit. The wording and the notices belong to those whom each licence names. */
/* clang-format off */
#include <math.h>

#include "progress/instrument.h"

static const hw__instrument_band core_10_bands_0[] = {
    {0.0, "healthy", "Healthy"},
    {6.0, "low", "Low"},
    {11.0, "mild", "Mild"},
    {15.0, "moderate", "Moderate"},
    {20.0, "moderate-severe", "Moderate to severe"},
    {25.0, "severe", "Severe"},
};

static const hw__instrument_item core_10_items[] = {
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, true, NULL, NULL},
    {0, 4, HW__NO_ANSWER, true, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, 1, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
};

static const hw__instrument_set core_10_sets[] = {
    {"core",
     "CORE-10 user manual 2007, at second hand: it was not read itself, and copies differ by a point",
     {core_10_bands_0, 6}},
};

static const hw__instrument_screen core_10_screens[] = {
    {11.0, NAN, "clinical", "Barkham and others 2013, Couns Psychother Res 13:3-13, at second hand"},
};

static const hw__instrument_answer gad_2_answers[] = {
    {0, "Not at all", NULL},
    {1, "Several days", NULL},
    {2, "More than half the days", NULL},
    {3, "Nearly every day", NULL},
};

static const hw__instrument_item gad_2_items[] = {
    {0, 3, HW__NO_ANSWER, false, "Feeling nervous, anxious or on edge", NULL},
    {0, 3, HW__NO_ANSWER, false, "Not being able to stop or control worrying", NULL},
};

static const hw__instrument_screen gad_2_screens[] = {
    {3.0, NAN, "screen", "Kroenke, Spitzer, Williams, Monahan & Löwe 2007, Ann Intern Med 146:317-325"},
};

static const hw__instrument_band gad_7_bands_0[] = {
    {0.0, "minimal", "Minimal"},
    {5.0, "mild", "Mild"},
    {10.0, "moderate", "Moderate"},
    {15.0, "severe", "Severe"},
};

static const int32_t gad_7_items_0[] = {1, 2};

static const hw__instrument_answer gad_7_answers[] = {
    {0, "Not at all", "LA6568-5"},
    {1, "Several days", "LA6569-3"},
    {2, "More than half the days", "LA6570-1"},
    {3, "Nearly every day", "LA6571-9"},
};

static const hw__instrument_item gad_7_items[] = {
    {0, 3, HW__NO_ANSWER, false, "Feeling nervous, anxious or on edge", "69725-0"},
    {0, 3, HW__NO_ANSWER, false, "Not being able to stop or control worrying", "68509-9"},
    {0, 3, HW__NO_ANSWER, false, "Worrying too much about different things", "69733-4"},
    {0, 3, HW__NO_ANSWER, false, "Trouble relaxing", "69734-2"},
    {0, 3, HW__NO_ANSWER, false, "Being so restless that it is hard to sit still", "69735-9"},
    {0, 3, HW__NO_ANSWER, false, "Becoming easily annoyed or irritable", "69689-8"},
    {0, 3, HW__NO_ANSWER, false, "Feeling afraid as if something awful might happen", "69736-7"},
};

static const hw__instrument_set gad_7_sets[] = {
    {"spitzer-2006", "Spitzer, Kroenke, Williams & Löwe 2006, Arch Intern Med 166:1092-1097",
     {gad_7_bands_0, 4}},
};

static const hw__instrument_screen gad_7_screens[] = {
    {10.0, NAN, "screen", "Spitzer, Kroenke, Williams & Löwe 2006, Arch Intern Med 166:1092-1097"},
    {8.0, NAN, "iapt-caseness",
     "NHS Talking Therapies (IAPT); Clark 2018, Annu Rev Clin Psychol 14:159-183: above 7"},
};

static const hw__instrument_subset gad_7_subsets[] = {
    {"gad-2", "GAD-2", "Kroenke, Spitzer, Williams, Monahan & Löwe 2007, Ann Intern Med 146:317-325",
     {gad_7_items_0, 2}, {NULL, 0}, 0},
};

static const hw__instrument_band k10_bands_0[] = {
    {10.0, "low", "Low"},
    {16.0, "moderate", "Moderate"},
    {22.0, "high", "High"},
    {30.0, "very-high", "Very high"},
};

static const hw__instrument_band k10_bands_1[] = {
    {10.0, "well", "Likely to be well"},
    {20.0, "mild", "Mild"},
    {25.0, "moderate", "Moderate"},
    {30.0, "severe", "Severe"},
};

static const hw__instrument_answer k10_answers[] = {
    {1, "None of the time", NULL},
    {2, "A little of the time", NULL},
    {3, "Some of the time", NULL},
    {4, "Most of the time", NULL},
    {5, "All of the time", NULL},
};

static const hw__instrument_item k10_items[] = {
    {1, 5, HW__NO_ANSWER, false, "tired out for no good reason?", NULL},
    {1, 5, HW__NO_ANSWER, false, "nervous?", NULL},
    {1, 5, HW__NO_ANSWER, false, "so nervous that nothing could calm you down?", NULL},
    {1, 5, HW__NO_ANSWER, false, "hopeless?", NULL},
    {1, 5, HW__NO_ANSWER, false, "restless or fidgety?", NULL},
    {1, 5, HW__NO_ANSWER, false, "so restless that you could not sit still?", NULL},
    {1, 5, HW__NO_ANSWER, false, "depressed?", NULL},
    {1, 5, HW__NO_ANSWER, false, "so depressed that nothing could cheer you up?", NULL},
    {1, 5, HW__NO_ANSWER, false, "that everything was an effort?", NULL},
    {1, 5, HW__NO_ANSWER, false, "worthless?", NULL},
};

static const hw__instrument_set k10_sets[] = {
    {"abs",
     "Australian Bureau of Statistics 4817.0.55.001, which says that there are no universally agreed "
     "categories; the default, because it names distress and not disorder", {k10_bands_0, 4}},
    {"practice",
     "Andrews & Slade 2001, Aust N Z J Public Health 25:494-497, as used in primary care (NSW Health)",
     {k10_bands_1, 4}},
};

static const hw__instrument_variant k10_variants[] = {
    {"0-4", "Counted 0 to 4",
     "Australian Bureau of Statistics 4817.0.55.001: as in the United States, 0 to 40", {NULL, 0}, -1,
     false, true},
};

static const hw__instrument_answer k6_answers[] = {
    {0, "None of the time", NULL},
    {1, "A little of the time", NULL},
    {2, "Some of the time", NULL},
    {3, "Most of the time", NULL},
    {4, "All of the time", NULL},
};

static const hw__instrument_item k6_items[] = {
    {0, 4, HW__NO_ANSWER, false, "nervous?", NULL},
    {0, 4, HW__NO_ANSWER, false, "hopeless?", NULL},
    {0, 4, HW__NO_ANSWER, false, "restless or fidgety?", NULL},
    {0, 4, HW__NO_ANSWER, false, "so depressed that nothing could cheer you up?", NULL},
    {0, 4, HW__NO_ANSWER, false, "that everything was an effort?", NULL},
    {0, 4, HW__NO_ANSWER, false, "worthless?", NULL},
};

static const hw__instrument_screen k6_screens[] = {
    {13.0, NAN, "serious-distress", "Kessler and others 2003, Arch Gen Psychiatry 60:184-189"},
    {5.0, NAN, "moderate-distress", "Prochaska and others 2012, Int J Methods Psychiatr Res 21:88-97"},
};

static const hw__instrument_item oasis_items[] = {
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
    {0, 4, HW__NO_ANSWER, false, NULL, NULL},
};

static const hw__instrument_screen oasis_screens[] = {
    {8.0, NAN, "screen",
     "Campbell-Sills and others 2009, J Affect Disord 112:92-101: 87 % classified right in a clinical "
     "sample, 78 % of students"},
};

static const int32_t pcl_5_items_0[] = {1, 2, 3, 4, 5};

static const int32_t pcl_5_counts_from_0[] = {2, 2, 2, 2, 2};

static const int32_t pcl_5_items_1[] = {6, 7};

static const int32_t pcl_5_counts_from_1[] = {2, 2};

static const int32_t pcl_5_items_2[] = {8, 9, 10, 11, 12, 13, 14};

static const int32_t pcl_5_counts_from_2[] = {2, 2, 2, 2, 2, 2, 2};

static const int32_t pcl_5_items_3[] = {15, 16, 17, 18, 19, 20};

static const int32_t pcl_5_counts_from_3[] = {2, 2, 2, 2, 2, 2};

static const hw__instrument_answer pcl_5_answers[] = {
    {0, "Not at all", NULL},
    {1, "A little bit", NULL},
    {2, "Moderately", NULL},
    {3, "Quite a bit", NULL},
    {4, "Extremely", NULL},
};

static const hw__instrument_item pcl_5_items[] = {
    {0, 4, HW__NO_ANSWER, false, "Repeated, disturbing, and unwanted memories of the stressful experience?",
     NULL},
    {0, 4, HW__NO_ANSWER, false, "Repeated, disturbing dreams of the stressful experience?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Suddenly feeling or acting as if the stressful experience were actually happening again (as if you "
     "were actually back there reliving it)?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Feeling very upset when something reminded you of the stressful experience?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Having strong physical reactions when something reminded you of the stressful experience (for "
     "example, heart pounding, trouble breathing, sweating)?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Avoiding memories, thoughts, or feelings related to the stressful experience?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Avoiding external reminders of the stressful experience (for example, people, places, "
     "conversations, activities, objects, or situations)?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Trouble remembering important parts of the stressful experience?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Having strong negative beliefs about yourself, other people, or the world (for example, having "
     "thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the "
     "world is completely dangerous)?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Blaming yourself or someone else for the stressful experience or what happened after it?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Having strong negative feelings such as fear, horror, anger, guilt, or shame?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Loss of interest in activities that you used to enjoy?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Feeling distant or cut off from other people?", NULL},
    {0, 4, HW__NO_ANSWER, false,
     "Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving "
     "feelings for people close to you)?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Irritable behavior, angry outbursts, or acting aggressively?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Taking too many risks or doing things that could cause you harm?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Being “superalert” or watchful or on guard?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Feeling jumpy or easily startled?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Having difficulty concentrating?", NULL},
    {0, 4, HW__NO_ANSWER, false, "Trouble falling or staying asleep?", NULL},
};

static const hw__instrument_screen pcl_5_screens[] = {
    {31.0, NAN, "cut-31", "National Center for PTSD, www.ptsd.va.gov: a cut-point between 31 and 33"},
    {33.0, NAN, "cut-33", "National Center for PTSD, www.ptsd.va.gov: a cut-point between 31 and 33"},
};

static const hw__instrument_subset pcl_5_subsets[] = {
    {"cluster-b", "Intrusion",
     "National Center for PTSD, www.ptsd.va.gov: an item counts from 2 on; the share of one cluster in "
     "the provisional rule, and no diagnosis", {pcl_5_items_0, 5}, {pcl_5_counts_from_0, 5}, 1},
    {"cluster-c", "Avoidance",
     "National Center for PTSD, www.ptsd.va.gov: an item counts from 2 on; the share of one cluster in "
     "the provisional rule, and no diagnosis", {pcl_5_items_1, 2}, {pcl_5_counts_from_1, 2}, 1},
    {"cluster-d", "Negative alterations in cognitions and mood",
     "National Center for PTSD, www.ptsd.va.gov: an item counts from 2 on; the share of one cluster in "
     "the provisional rule, and no diagnosis", {pcl_5_items_2, 7}, {pcl_5_counts_from_2, 7}, 2},
    {"cluster-e", "Alterations in arousal and reactivity",
     "National Center for PTSD, www.ptsd.va.gov: an item counts from 2 on; the share of one cluster in "
     "the provisional rule, and no diagnosis", {pcl_5_items_3, 6}, {pcl_5_counts_from_3, 6}, 2},
};

static const hw__instrument_item phq_2_items[] = {
    {0, 3, HW__NO_ANSWER, false, "Little interest or pleasure in doing things", "44250-9"},
    {0, 3, HW__NO_ANSWER, false, "Feeling down, depressed, or hopeless", "44255-8"},
};

static const hw__instrument_screen phq_2_screens[] = {
    {3.0, NAN, "screen", "Kroenke, Spitzer & Williams 2003, Med Care 41:1284-1292"},
    {2.0, NAN, "sensitive-screen",
     "Arroll and others 2010, Ann Fam Med 8:348-353 (2,642 patients): 86 % sensitive and 78 % specific "
     "from 2 on, 61 % and 92 % from 3 on"},
};

static const hw__instrument_band phq_8_bands_0[] = {
    {0.0, "minimal", "Minimal"},
    {5.0, "mild", "Mild"},
    {10.0, "moderate", "Moderate"},
    {15.0, "moderately-severe", "Moderately severe"},
    {20.0, "severe", "Severe"},
};

static const hw__instrument_item phq_8_items[] = {
    {0, 3, HW__NO_ANSWER, false, "Little interest or pleasure in doing things", NULL},
    {0, 3, HW__NO_ANSWER, false, "Feeling down, depressed, or hopeless", NULL},
    {0, 3, HW__NO_ANSWER, false, "Trouble falling or staying asleep, or sleeping too much", NULL},
    {0, 3, HW__NO_ANSWER, false, "Feeling tired or having little energy", NULL},
    {0, 3, HW__NO_ANSWER, false, "Poor appetite or overeating", NULL},
    {0, 3, HW__NO_ANSWER, false,
     "Feeling bad about yourself — or that you are a failure or have let yourself or your family down", NULL},
    {0, 3, HW__NO_ANSWER, false,
     "Trouble concentrating on things, such as reading the newspaper or watching television", NULL},
    {0, 3, HW__NO_ANSWER, false,
     "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so "
     "fidgety or restless that you have been moving around a lot more than usual", NULL},
};

static const hw__instrument_set phq_8_sets[] = {
    {"kroenke-2009",
     "Kroenke and others 2009, J Affect Disord 114:163-173, as quoted in BMC Health Serv Res 13:160 "
     "(2013), table 2", {phq_8_bands_0, 5}},
};

static const hw__instrument_screen phq_8_screens[] = {
    {10.0, NAN, "screen", "Kroenke and others 2009, J Affect Disord 114:163-173, at second hand"},
};

static const hw__instrument_subset phq_8_subsets[] = {
    {"phq-2", "PHQ-2", "Kroenke, Spitzer & Williams 2003, Med Care 41:1284-1292", {gad_7_items_0, 2},
     {NULL, 0}, 0},
};

static const int32_t phq_9_items_1[] = {1, 2, 3, 4, 5, 6, 7, 8};

static const int32_t phq_9_items_3[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};

static const int32_t phq_9_counts_from_3[] = {2, 2, 2, 2, 2, 2, 2, 2, 1};

static const hw__instrument_item phq_9_items[] = {
    {0, 3, HW__NO_ANSWER, false, "Little interest or pleasure in doing things", "44250-9"},
    {0, 3, HW__NO_ANSWER, false, "Feeling down, depressed, or hopeless", "44255-8"},
    {0, 3, HW__NO_ANSWER, false, "Trouble falling or staying asleep, or sleeping too much", "44259-0"},
    {0, 3, HW__NO_ANSWER, false, "Feeling tired or having little energy", "44254-1"},
    {0, 3, HW__NO_ANSWER, false, "Poor appetite or overeating", "44251-7"},
    {0, 3, HW__NO_ANSWER, false,
     "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
     "44258-2"},
    {0, 3, HW__NO_ANSWER, false,
     "Trouble concentrating on things, such as reading the newspaper or watching television", "44252-5"},
    {0, 3, HW__NO_ANSWER, false,
     "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so "
     "fidgety or restless that you have been moving around a lot more than usual", "44253-3"},
    {0, 3, 1, false, "Thoughts that you would be better off dead or of hurting yourself in some way",
     "44260-8"},
};

static const hw__instrument_set phq_9_sets[] = {
    {"kroenke-2001", "Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606-613", {phq_8_bands_0, 5}},
};

static const hw__instrument_screen phq_9_screens[] = {
    {10.0, NAN, "screen", "Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606-613"},
    {10.0, NAN, "iapt-caseness",
     "NHS Talking Therapies (IAPT); Clark 2018, Annu Rev Clin Psychol 14:159-183: above 9"},
};

static const hw__instrument_subset phq_9_subsets[] = {
    {"phq-2", "PHQ-2", "Kroenke, Spitzer & Williams 2003, Med Care 41:1284-1292", {gad_7_items_0, 2},
     {NULL, 0}, 0},
    {"phq-8", "PHQ-8", "Kroenke and others 2009, J Affect Disord 114:163-173", {phq_9_items_1, 8},
     {NULL, 0}, 0},
    {"core-symptoms", "Core symptoms on more than half the days",
     "Spitzer, Kroenke & Williams 1999, JAMA 282:1737-1744: a symptom counts from 2 on; a count, and no "
     "diagnosis", {gad_7_items_0, 2}, {pcl_5_counts_from_1, 2}, 0},
    {"symptoms", "Symptoms on more than half the days",
     "Spitzer, Kroenke & Williams 1999, JAMA 282:1737-1744: a symptom counts from 2 on, item 9 from 1 on; "
     "a count, and no diagnosis", {phq_9_items_3, 9}, {phq_9_counts_from_3, 9}, 0},
};

static const hw__instrument_item who_5_items[] = {
    {0, 5, HW__NO_ANSWER, false, NULL, NULL},
    {0, 5, HW__NO_ANSWER, false, NULL, NULL},
    {0, 5, HW__NO_ANSWER, false, NULL, NULL},
    {0, 5, HW__NO_ANSWER, false, NULL, NULL},
    {0, 5, HW__NO_ANSWER, false, NULL, NULL},
};

static const hw__instrument_screen who_5_screens[] = {
    {NAN, 48.0, "poor-wellbeing", "WHO-5: a raw sum below 13 (INSPQ information sheet)"},
    {NAN, 50.0, "depression-screen", "Topp and others 2015, Psychother Psychosom 84:167-176"},
    {NAN, 28.0, "likely-depression", "Topp and others 2015, Psychother Psychosom 84:167-176, at second hand"},
};

static const hw__instrument_band wsas_bands_0[] = {
    {0.0, "subclinical", "Subclinical"},
    {10.0, "significant", "Significant functional impairment"},
    {21.0, "moderately-severe", "Moderately severe or worse"},
};

static const hw__instrument_band wsas_bands_1[] = {
    {0.0, "subclinical", "Subclinical"},
    {10.0, "significant", "Significant functional impairment"},
    {20.0, "moderately-severe", "Moderately severe or worse"},
};

static const int32_t wsas_left_out_0[] = {1};

static const hw__instrument_item wsas_items[] = {
    {0, 8, HW__NO_ANSWER, false, NULL, NULL},
    {0, 8, HW__NO_ANSWER, false, NULL, NULL},
    {0, 8, HW__NO_ANSWER, false, NULL, NULL},
    {0, 8, HW__NO_ANSWER, false, NULL, NULL},
    {0, 8, HW__NO_ANSWER, false, NULL, NULL},
};

static const hw__instrument_set wsas_sets[] = {
    {"mundt-2002",
     "Mundt, Marks, Shear & Greist 2002, Br J Psychiatry 180:461-464: \"above 20\", so 20 itself is in "
     "the band below", {wsas_bands_0, 3}},
    {"from-20", "Programs in circulation, which count 20 itself to the highest band", {wsas_bands_1, 3}},
};

static const hw__instrument_variant wsas_variants[] = {
    {"not-working", "Not working for other reasons: without item 1, 0 to 32",
     "CamCOPS documentation of the WSAS", {wsas_left_out_0, 1}, 0, false, false},
    {"not-working-prorated", "Not working for other reasons: without item 1, times 5/4",
     "In use, as remembered: no publication was read", {wsas_left_out_0, 1}, 0, true, true},
};

const hw_instrument hw__instruments[] = {
    {
        .id = "core-10", .title = "Clinical Outcomes in Routine Evaluation 10 (CORE-10)", .version = "1",
        .licence = "Numbers only. The questionnaire is CC BY-ND 4.0 (CORE System Trust, "
        "www.coresystemtrust.org.uk): take its wording unchanged from there.",
        .source = "Barkham and others 2013, Couns Psychother Res 13:3-13; the clinical score is 10 times "
        "the mean (CORE System Trust)",
        .may_miss_source = "CORE System Trust: not more than 10 % of the items, so one",
        .better = HW_BETTER_LOWER, .method = HW__METHOD_MEAN, .rounding = HW__ROUND_HALF_UP, .times = 10,
        .may_miss = 1, .items = {core_10_items, 10}, .sets = {core_10_sets, 1},
        .screens = {core_10_screens, 1},
    },
    {
        .id = "gad-2", .title = "Generalised Anxiety Disorder 2 (GAD-2)", .version = "1",
        .licence = "Free. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and "
        "colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, "
        "translate, display or distribute.",
        .source = "Kroenke, Spitzer, Williams, Monahan & Löwe 2007, Ann Intern Med 146:317-325: items 1 "
        "and 2 of the GAD-7", .language = "en",
        .lead_in = "Over the last 2 weeks, how often have you been bothered by the following problems?",
        .better = HW_BETTER_LOWER, .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1,
        .may_miss = 0, .answers = {gad_2_answers, 4}, .items = {gad_2_items, 2},
        .screens = {gad_2_screens, 1},
    },
    {
        .id = "gad-7", .title = "Generalised Anxiety Disorder 7 (GAD-7)", .version = "1",
        .licence = "Free. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and "
        "colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, "
        "translate, display or distribute.",
        .source = "Spitzer, Kroenke, Williams & Löwe 2006, Arch Intern Med 166:1092-1097; wording of the "
        "English form (phqscreeners.com). The first answer is \"Not at all\"; copies with \"Not at all "
        "sure\" are wrong (Zorowitz and others 2021)", .language = "en",
        .lead_in = "Over the last 2 weeks, how often have you been bothered by the following problems?",
        .panel_loinc = "69737-5", .total_loinc = "70274-6", .better = HW_BETTER_LOWER,
        .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1, .may_miss = 0,
        .answers = {gad_7_answers, 4}, .items = {gad_7_items, 7}, .sets = {gad_7_sets, 1},
        .screens = {gad_7_screens, 2}, .subsets = {gad_7_subsets, 1},
    },
    {
        .id = "k10", .title = "Kessler Psychological Distress Scale (K10)", .version = "1",
        .licence = "Available for unrestricted use; the notice must be shown (National Comorbidity "
        "Survey, www.hcp.med.harvard.edu/ncs).",
        .notice = "© World Health Organization 2003. Kessler, R.C., Barker, P.R., Colpe, L.J., Epstein, "
        "J.F., Gfroerer, J.C., Hiripi, E., Howes, M.J., Normand, S-L.T., Manderscheid, R.W., Walters, "
        "E.E., Zaslavsky, A.M. (2003). Screening for serious mental illness in the general population. "
        "Archives of General Psychiatry 60(2), 184-189.",
        .source = "Kessler and others 2002, Psychol Med 32:959-976; Kessler and others 2003, Arch Gen "
        "Psychiatry 60:184-189; wording of the self-report form; counted 1 to 5: Australian Bureau of "
        "Statistics 4817.0.55.001", .language = "en",
        .lead_in = "During the past 30 days, about how often did you feel", .better = HW_BETTER_LOWER,
        .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1, .may_miss = 0,
        .answers = {k10_answers, 5}, .items = {k10_items, 10}, .sets = {k10_sets, 2},
        .variants = {k10_variants, 1},
    },
    {
        .id = "k6", .title = "Kessler Psychological Distress Scale, short form (K6)", .version = "1",
        .licence = "Available for unrestricted use; the notice must be shown (National Comorbidity "
        "Survey, www.hcp.med.harvard.edu/ncs).",
        .notice = "© World Health Organization 2003. Kessler, R.C., Barker, P.R., Colpe, L.J., Epstein, "
        "J.F., Gfroerer, J.C., Hiripi, E., Howes, M.J., Normand, S-L.T., Manderscheid, R.W., Walters, "
        "E.E., Zaslavsky, A.M. (2003). Screening for serious mental illness in the general population. "
        "Archives of General Psychiatry 60(2), 184-189.",
        .source = "Kessler and others 2002, Psychol Med 32:959-976; Kessler and others 2003, Arch Gen "
        "Psychiatry 60:184-189; wording of the self-report form; counted 0 to 4", .language = "en",
        .lead_in = "During the past 30 days, about how often did you feel", .better = HW_BETTER_LOWER,
        .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1, .may_miss = 0,
        .answers = {k6_answers, 5}, .items = {k6_items, 6}, .screens = {k6_screens, 2},
    },
    {
        .id = "oasis", .title = "Overall Anxiety Severity and Impairment Scale (OASIS)", .version = "1",
        .licence = "Numbers only: no terms were found for its wording.",
        .source = "Norman, Cissell, Means-Christensen & Stein 2006, Depress Anxiety 23:245-249",
        .better = HW_BETTER_LOWER, .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1,
        .may_miss = 0, .items = {oasis_items, 5}, .screens = {oasis_screens, 1},
    },
    {
        .id = "pcl-5", .title = "PTSD Checklist for DSM-5 (PCL-5)", .version = "1",
        .licence = "Public domain: a work of the government of the United States (National Center for "
        "PTSD).",
        .source = "Weathers, Litz, Keane, Palmieri, Marx & Schnurr 2013, The PTSD Checklist for DSM-5 "
        "(PCL-5), standard form for the past month; National Center for PTSD, www.ptsd.va.gov",
        .language = "en", .lead_in = "In the past month, how much were you bothered by:",
        .better = HW_BETTER_LOWER, .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1,
        .may_miss = 0, .answers = {pcl_5_answers, 5}, .items = {pcl_5_items, 20},
        .screens = {pcl_5_screens, 2}, .subsets = {pcl_5_subsets, 4},
    },
    {
        .id = "phq-2", .title = "Patient Health Questionnaire 2 (PHQ-2)", .version = "1",
        .licence = "Free. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and "
        "colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, "
        "translate, display or distribute.",
        .source = "Kroenke, Spitzer & Williams 2003, Med Care 41:1284-1292: items 1 and 2 of the PHQ-9",
        .language = "en",
        .lead_in = "Over the last 2 weeks, how often have you been bothered by any of the following "
        "problems?", .panel_loinc = "55757-9", .total_loinc = "55758-7", .better = HW_BETTER_LOWER,
        .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1, .may_miss = 0,
        .answers = {gad_7_answers, 4}, .items = {phq_2_items, 2}, .screens = {phq_2_screens, 2},
    },
    {
        .id = "phq-8", .title = "Patient Health Questionnaire 8 (PHQ-8)", .version = "1",
        .licence = "Free. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and "
        "colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, "
        "translate, display or distribute.",
        .source = "Kroenke, Strine, Spitzer, Williams, Berry & Mokdad 2009, J Affect Disord 114:163-173: "
        "the PHQ-9 without its item 9", .language = "en",
        .lead_in = "Over the last 2 weeks, how often have you been bothered by any of the following "
        "problems?", .better = HW_BETTER_LOWER, .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP,
        .times = 1, .may_miss = 0, .answers = {gad_2_answers, 4}, .items = {phq_8_items, 8},
        .sets = {phq_8_sets, 1}, .screens = {phq_8_screens, 1}, .subsets = {phq_8_subsets, 1},
    },
    {
        .id = "phq-9", .title = "Patient Health Questionnaire 9 (PHQ-9)", .version = "1",
        .licence = "Free. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and "
        "colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, "
        "translate, display or distribute.",
        .source = "Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606-613; wording of the English "
        "form (phqscreeners.com). Its tenth question, on difficulty, is never in the total and is not "
        "here", .language = "en",
        .lead_in = "Over the last 2 weeks, how often have you been bothered by any of the following "
        "problems?", .panel_loinc = "44249-1", .total_loinc = "44261-6",
        .may_miss_source = "Kroenke, Spitzer, Williams & Löwe 2010, Gen Hosp Psychiatry 32:345-359, as "
        "remembered: the page was not read again", .better = HW_BETTER_LOWER, .method = HW__METHOD_SUM,
        .rounding = HW__ROUND_HALF_UP, .times = 1, .may_miss = 2, .answers = {gad_7_answers, 4},
        .items = {phq_9_items, 9}, .sets = {phq_9_sets, 1}, .screens = {phq_9_screens, 2},
        .subsets = {phq_9_subsets, 4},
    },
    {
        .id = "who-5", .title = "WHO-5 Well-Being Index", .version = "1",
        .licence = "Numbers only: statements about the terms of its wording do not agree, so none is "
        "shipped.",
        .source = "Topp, Østergaard, Søndergaard & Bech 2015, Psychother Psychosom 84:167-176; raw sum 0 "
        "to 25, times 4", .better = HW_BETTER_HIGHER, .method = HW__METHOD_SUM,
        .rounding = HW__ROUND_HALF_UP, .times = 4, .may_miss = 0, .items = {who_5_items, 5},
        .screens = {who_5_screens, 3},
    },
    {
        .id = "wsas", .title = "Work and Social Adjustment Scale (WSAS)", .version = "1",
        .licence = "Numbers only: its wording is © Isaac M. Marks.",
        .source = "Mundt, Marks, Shear & Greist 2002, Br J Psychiatry 180:461-464",
        .better = HW_BETTER_LOWER, .method = HW__METHOD_SUM, .rounding = HW__ROUND_HALF_UP, .times = 1,
        .may_miss = 0, .items = {wsas_items, 5}, .sets = {wsas_sets, 2}, .variants = {wsas_variants, 2},
    },
};

const size_t hw__instruments_count = sizeof hw__instruments / sizeof *hw__instruments;
