"""A rule set: the values of status.md, "Parameters"."""

HANDBOOK = {
    'first_plan_months': 12, 'plan_gap_months': 4, 'stalled_quarters': 2, 'silent_quarters': 2,
    'inactive_months': 6, 'required': ['forum', 'regularity', 'multi_stakeholder', 'endorsement'],
    'min_met': 4, 'probation_months': 4, 'inception_months': 2, 'completion_months': 1,
    'learning_months': 2, 'max_commitments': [5, 10, 12, 12], 'min_commitment_months': 12,
    'amendment_months': 6, 'term_margin_months': 2, 'co_creation_meetings': 1,
    'meetings_per_year': 2, 'star_min_specificity': 'medium', 'star_min_impact': 'transformative',
    'star_min_completion': 'substantial',
}


def changed(settings):
    """The handbook with the given values as `--set` takes them; `never` is None."""
    rules = dict(HANDBOOK)
    for name, value in settings:
        if value == 'never':
            rules[name] = None
        elif name == 'required':
            rules[name] = value.split(',')
        elif name == 'max_commitments':
            rules[name] = [int(item) for item in value.split(',')]
        elif name.startswith('star_'):
            rules[name] = value
        else:
            rules[name] = int(value)
    return rules
