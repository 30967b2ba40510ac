"""Reads OSCAL assessment results as compliance-trestle does, and asks each of its validators."""

import pathlib
import sys
from argparse import Namespace

from trestle.common import const
from trestle.core.validator_factory import validator_factory
from trestle.oscal.assessment_results import AssessmentResults

validator = validator_factory.get(Namespace(mode=const.VAL_MODE_ALL))
for file in sys.argv[1:]:
    model = AssessmentResults.oscal_read(pathlib.Path(file))
    if model is None:
        sys.exit(f"{file} could not be read")
    if not validator.model_is_valid(model, True):
        sys.exit(f"{file} is not valid: {validator.error_msg()}")
    print("valid")
