"""Addresses of the live room; `docs/live.md` documents each."""

from django.urls import path

from sizain.live import afterwards, arriving, erasing, evaluation, linking, marking, pages, taking

app_name = "live"
urlpatterns = [
    path("seances/nouvelle/", arriving.open_page, name="open"),
    path("seances/supprimee/", afterwards.removed_page, name="removed"),
    path("r/", arriving.code_page, name="code"),
    path("r/<str:code>/", arriving.join_page, name="join"),
    path("l/<str:secret>/", arriving.claim_page, name="claim"),
    path("e/<str:secret>/", linking.screen_page, name="screen"),
    path("s/<str:token>/", pages.room, name="room"),
    path("s/<str:token>/evaluation", evaluation.evaluation_page, name="evaluation"),
    path("s/<str:token>/effacement/", erasing.words_page, name="words"),
    path("s/<str:token>/effacement/tout/", erasing.consultation_page, name="consultation"),
    path("s/<str:token>/carnet.md", taking.carnet_page, {"form": "md"}, name="carnet-md"),
    path("s/<str:token>/carnet.pdf", taking.carnet_page, {"form": "pdf"}, name="carnet-pdf"),
    path("s/<str:token>/synthese.md", taking.synthesis_page, {"form": "md"}, name="synthesis-md"),
    path("s/<str:token>/synthese.pdf", taking.synthesis_page, {"form": "pdf"}, name="synthesis-pdf"),
    path("s/<str:token>/miroir/", afterwards.mirror_page, name="mirror"),
    path("s/<str:token>/miroir/miroir.md", afterwards.mirror_file, name="mirror-file"),
    path("s/<str:token>/miroir/presences.csv", afterwards.attendance_file, name="attendance-file"),
    path("s/<str:token>/suppression/", afterwards.removal_page, name="removal"),
    path("s/<str:token>/extension/", linking.extension_page, name="extension"),
    path("s/<str:token>/repartition/", linking.rebalance_page, name="rebalance"),
    path("s/<str:token>/links/screen/cut", linking.cut_page, name="cut"),
    path("s/<str:token>/links/return/", linking.link_page, {"purpose": "return"}, name="return-link"),
    path("s/<str:token>/links/screen/", linking.link_page, {"purpose": "screen"}, name="screen-link"),
    path("s/<str:token>/links/seat/<str:seat>/", linking.link_page, {"purpose": "seat"}, name="seat-link"),
    path("s/<str:token>/drafts/<str:field>", pages.draft_page, name="draft"),
    path("s/<str:token>/marks/<str:about>", marking.mark_page, name="mark"),
    path("s/<str:token>/<str:name>", pages.act_page, name="act"),
]
