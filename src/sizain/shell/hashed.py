"""Static files under the hash of their content, script modules that import each other included."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedFiles(ManifestStaticFilesStorage):
    """A missing file is an error at the start, not a broken page later."""

    support_js_module_import_aggregation = True
    keep_intermediate_files = False
